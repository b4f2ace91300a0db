using NUnit.Framework;
using Perf.Baselines;
using Perf.Tool.Comparisons;
using Shouldly;

namespace Perf.Tool.Tests.Comparisons;

[TestFixture]
public sealed class SeriesComparerTests
{
    private static readonly Dictionary<string, string> Unknown = [];

    [Test]
    public void BesideOneControlTheRatiosToItAreCompared()
    {
        BaselineSeries a = SomeRuns.Controlled("A.T.One", "Gemm", 1.000, 1.002, 0.998, 1.001, 0.999);
        BaselineSeries b = SomeRuns.Controlled("A.T.One", "Gemm", 1.200, 1.198, 1.202);

        SeriesComparison comparison = Compare(a, b);

        comparison.Control.ShouldBe("Gemm");
        comparison.Note.ShouldBeNull();
        comparison.Ratio!.Value.ShouldBe(Math.Exp(0.2), 1e-9);
        comparison.Bounds!.Value.Lower.ShouldBeInRange(1.1, Math.Exp(0.2));
        comparison.Bounds.Value.Upper.ShouldBeInRange(Math.Exp(0.2), 1.35);
        comparison.IsWorseThan(10).ShouldBe(true);
        Compare(b, a).IsWorseThan(10).ShouldBe(false);
    }

    [Test]
    public void AProcessorOfAnotherSpeedIsNotComparable()
    {
        BaselineSeries a = SomeRuns.Controlled("A.T.One", "Gemm", 1, 1);
        AcceptedRatio slower = a.Control!.Cpu with { SentinelFloorSeconds = 0.0001 * 1.2 };

        SeriesComparison comparison = Compare(a, a with { Control = a.Control with { Cpu = slower } });

        comparison.Ratio.ShouldBeNull();
        comparison.Note!.ShouldStartWith("NotComparable: the processor was 20 % slower");
    }

    [Test]
    public void WithoutAControlAnotherMinutesNoiseIsSaidAndBoundsAreWide()
    {
        SeriesComparison comparison = Compare(SomeRuns.Series("A.T.One", 1.00, 1.01, 0.99), SomeRuns.Series("A.T.One", 1.20, 1.21, 1.19));

        comparison.Control.ShouldBeNull();
        comparison.Note!.ShouldContain("without a control: another minute's noise is in it");
        comparison.Ratio!.Value.ShouldBe(1.2, 0.01);
        comparison.IsWorseThan(10).ShouldBe(false);
        Compare(SomeRuns.Series("A.T.One", 1.00, 1.01, 0.99), SomeRuns.Series("A.T.One", 2.00, 2.02, 1.98)).IsWorseThan(10).ShouldBe(true);
    }

    [Test]
    public void OfOneLaunchThereIsARatioWithoutBounds()
    {
        SeriesComparison comparison = Compare(SomeRuns.Series("A.T.One", 1.0), SomeRuns.Series("A.T.One", 5.0));

        comparison.Ratio!.Value.ShouldBe(5, 1e-9);
        comparison.Bounds.ShouldBeNull();
        comparison.IsWorseThan(10).ShouldBeNull();
        comparison.Note!.ShouldContain("no bounds of fewer than 2 launches");
    }

    [Test]
    public void OtherControlsAreNone()
    {
        SeriesComparison comparison = Compare(SomeRuns.Controlled("A.T.One", "Gemm", 1, 1), SomeRuns.Controlled("A.T.One", "Mixed", 1, 1));

        comparison.Control.ShouldBeNull();
        comparison.Note!.ShouldContain("beside other controls");
    }

    [Test]
    public void MoreOfARateIsBetter()
    {
        BaselineSeries slow = SomeRuns.Series("A.T.One", 100, 101) with { Metric = "throughput", Unit = "{item}/s" };
        BaselineSeries fast = SomeRuns.Series("A.T.One", 200, 202) with { Metric = "throughput", Unit = "{item}/s" };

        Compare(fast, slow).Ratio!.Value.ShouldBe(2, 0.05);
    }

    [TestCase(100, 100, 1)]
    [TestCase(100, 120, 1.2)]
    [TestCase(0, 0, 1)]
    [TestCase(0, 1, double.PositiveInfinity)]
    public void AllocationsAreExact(double before, double after, double ratio)
    {
        SeriesComparison comparison = Compare(SomeRuns.Bytes("A.T.One", before), SomeRuns.Bytes("A.T.One", after));

        comparison.IsExact.ShouldBeTrue();
        comparison.Ratio.ShouldBe(ratio);
        comparison.IsWorseThan(10).ShouldBe(ratio > 1.1);
    }

    [Test]
    public void AnotherKindOfMachineIsNotComparableExceptForWhatIsExact()
    {
        Dictionary<string, string> here = new() { ["logical cores"] = "2", ["JIT"] = "tiered" };
        Dictionary<string, string> there = new() { ["logical cores"] = "16" };
        BaselineSeries time = SomeRuns.Series("A.T.One", 1, 1);
        BaselineSeries bytes = SomeRuns.Bytes("A.T.One", 1);

        SeriesComparer.Compare((time, here), (time, there)).Note.ShouldBe("NotComparable: another kind of machine: logical cores 2 in one, 16 in the other");
        SeriesComparer.Compare((time, here), (time, there)).Ratio.ShouldBeNull();
        SeriesComparer.Compare((bytes, here), (bytes, there)).Ratio.ShouldBe(1);
    }

    [Test]
    public void AnotherUnitVersionOrDataIsNotComparable()
    {
        BaselineSeries time = SomeRuns.Series("A.T.One", 1, 1);
        foreach (BaselineSeries other in new[] { time with { Unit = "ms" }, time with { Version = 2 }, time with { Data = "0123" } })
        {
            Compare(time, other).Note!.ShouldStartWith("NotComparable: ");
        }
    }

    private static SeriesComparison Compare(BaselineSeries a, BaselineSeries b) => SeriesComparer.Compare((a, Unknown), (b, Unknown));
}
