using NUnit.Framework;
using Perf.Tool.Reports.Html.Plots;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Plots;

[TestFixture]
public sealed class DistributionTests
{
    [Test]
    public void SamplesAreCountedWhereTheyLie() =>
        Distribution.OfSamples([1, 1, 2, 3, 9, double.NaN])!.Shares(0, 10, 5).Select(share => Math.Round(share, 9)).ShouldBe([0.4, 0.4, 0, 0, 0.2]);

    [Test]
    public void BetweenQuantilesAllIsSpreadEvenly() =>
        Distribution.OfQuantiles([0, 1, 2, 3, 4])!.Shares(0, 4, 8).ShouldAllBe(share => Math.Abs(share - 0.125) < 1e-9);

    [Test]
    public void EqualQuantilesAreAStep() =>
        Distribution.OfQuantiles([1, 1, 1, 1, 2])!.Shares(0, 3, 3).Sum().ShouldBe(1, 1e-9);

    [Test]
    public void AFewValuesAreNoDistribution() => Distribution.OfSamples([1, 2, 3, 4]).ShouldBeNull();
}
