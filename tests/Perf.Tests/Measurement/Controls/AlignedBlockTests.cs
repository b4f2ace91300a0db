using NUnit.Framework;
using Perf.Measurement.Controls;
using Shouldly;

namespace Perf.Tests.Measurement.Controls;

[TestFixture]
public sealed unsafe class AlignedBlockTests
{
    [TestCase(1)]
    [TestCase(511)]
    [TestCase(512)]
    [TestCase(513)]
    [TestCase(100_000)]
    public void ItBeginsAtAPageAndIsEmptyToItsEnd(int length)
    {
        for (int block = 0; block < 20; block++)
        {
            AlignedBlock<double> numbers = new(length);

            ((nint)numbers.Start % 4096).ShouldBe(0);
            numbers.Length.ShouldBe(length);
            Sum(numbers).ShouldBe(0);
            numbers.Start[0] = 1;
            numbers.Start[length - 1] = 1;
            Sum(numbers).ShouldBe(length == 1 ? 1 : 2);
        }
    }

    [Test]
    public void TheCollectorDoesNotMoveIt()
    {
        AlignedBlock<float> numbers = new(1000);
        nint start = (nint)numbers.Start;
        numbers.Start[999] = 7;

        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);

        ((nint)numbers.Start).ShouldBe(start);
        numbers.Start[999].ShouldBe(7);
        GC.KeepAlive(numbers);
    }

    private static double Sum(AlignedBlock<double> numbers)
    {
        double sum = 0;
        for (int index = 0; index < numbers.Length; index++)
        {
            sum += numbers.Start[index];
        }

        GC.KeepAlive(numbers);
        return sum;
    }
}
