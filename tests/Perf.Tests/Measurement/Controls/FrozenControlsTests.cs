using NUnit.Framework;
using Perf.Measurement.Controls;
using Shouldly;

namespace Perf.Tests.Measurement.Controls;

/// <summary>Numbers that were recorded beside a control are worth something as long as it does the same work.</summary>
[TestFixture]
public sealed class FrozenControlsTests
{
    private static readonly IControl[] ThatAllocateNothing = [new Gemm(), new Perf.Measurement.Controls.Stream(), new Sentinel()];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void MixedDoesWhatItsVersionDid(int runs)
    {
        Mixed control = new();

        Run(control, runs);

        Frozen(control, control.Checksum, version: 1, checksum: 1684675045);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void GemmDoesWhatItsVersionDid(int runs)
    {
        Gemm control = new();

        Run(control, runs);

        Frozen(control, control.Checksum, version: 1, checksum: 808);
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    public void TheSentinelDoesWhatItsVersionDid(int runs)
    {
        Sentinel control = new();

        Run(control, runs);

        Frozen(control, control.Checksum, version: 1, checksum: 2968629759);
    }

    [TestCase(1, 10616602)]
    [TestCase(2, 21233597)]
    [TestCase(20, 212336521)]
    [TestCase(21, 212336521)]
    [TestCase(40, 212336521)]
    public void StreamDoesWhatItsVersionDid(int runs, double checksum)
    {
        Perf.Measurement.Controls.Stream control = new();

        Run(control, runs);

        Frozen(control, control.Checksum, version: 1, checksum);
    }

    [TestCaseSource(nameof(ThatAllocateNothing))]
    public void NothingIsAllocatedOutsideOfMixed(IControl control)
    {
        BytesOfARun(control);

        BytesOfARun(control).ShouldBe(0);
    }

    [Test]
    public void MixedAllocatesTheSameEachTime()
    {
        Mixed control = new();
        BytesOfARun(control);

        long[] bytes = [.. Enumerable.Range(0, 5).Select(_ => BytesOfARun(control))];

        bytes[0].ShouldBeGreaterThan(400);
        bytes.Distinct().ShouldHaveSingleItem();
    }

    private static void Run(IControl control, int times)
    {
        for (int run = 0; run < times; run++)
        {
            control.Run();
        }
    }

    private static void Frozen(IControl control, double actual, int version, double checksum) => (control.Version, actual).ShouldBe(
        (version, checksum),
        $"the work of {control.Name} is not what it was in version {version}: raise its Version, which voids every baseline that was "
        + "recorded beside it, and say here what the new version comes to");

    private static long BytesOfARun(IControl control)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        control.Run();
        return GC.GetAllocatedBytesForCurrentThread() - bytes;
    }
}
