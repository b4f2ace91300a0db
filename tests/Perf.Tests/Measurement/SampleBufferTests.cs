using NUnit.Framework;
using Perf.Measurement;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class SampleBufferTests
{
    [Test]
    public void SamplesAreKeptInTheirOrder()
    {
        SampleBuffer buffer = new(instruments: 2);
        buffer.Add(1, 10, 100, 0);
        buffer.AddInstrument(0, 7);
        buffer.AddInstrument(1, 8);
        buffer.Add(2, 20, 200, 0);
        buffer.AddInstrument(0, 9);
        buffer.AddInstrument(1, 10);

        buffer.WallSeconds.ToArray().ShouldBe([1, 2]);
        buffer.CpuSeconds.ToArray().ShouldBe([10, 20]);
        buffer.AllocatedBytes.ToArray().ShouldBe([100, 200]);
        buffer.Instrument(0).ToArray().ShouldBe([7, 9]);
        buffer.Instrument(1).ToArray().ShouldBe([8, 10]);
    }

    [Test]
    public void TheLastTimesAreAtMostThoseThatThereAre()
    {
        SampleBuffer buffer = new(instruments: 0);
        buffer.LastWallSeconds(2).ShouldBeEmpty();
        buffer.Add(1, 0, 0, 0);
        buffer.LastWallSeconds(2).ShouldBe([1]);
        buffer.Add(2, 0, 0, 0);
        buffer.Add(3, 0, 0, 0);

        buffer.LastWallSeconds(2).ShouldBe([2, 3]);
    }

    [Test]
    public void AFullBufferBeginsAnew()
    {
        SampleBuffer buffer = new(instruments: 0);
        while (!buffer.IsFull)
        {
            buffer.Add(1, 0, 0, 0);
        }

        buffer.Add(2, 0, 0, 0);

        buffer.WallSeconds.ToArray().ShouldBe([2]);
    }
}
