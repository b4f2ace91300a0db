using NUnit.Framework;
using Perf.Tool.Reports.Html.Views;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Views;

[TestFixture]
public sealed class VerdictKindsTests
{
    [TestCase("Regressed", "Regressed")]
    [TestCase("Inconclusive: suspected", "Suspected")]
    [TestCase("Inconclusive", "Inconclusive")]
    [TestCase("NotComparable", "NotComparable")]
    [TestCase("NotComparable: new", "New")]
    [TestCase("NotComparable: no device", "New")]
    [TestCase("Pass, improved", "Improved")]
    [TestCase("Pass", "Pass")]
    public void EveryVerdictHasItsKind(string verdict, string kind) =>
        VerdictKinds.Of(MadeUpRuns.Time(verdict, 1, 0.01, 1)).ToString().ShouldBe(kind);

    [Test]
    public void AnErrorIsTheWorstBesideAPass() =>
        VerdictKinds.Of(MadeUpRuns.Kept(1) with { Error = "it threw" }).ShouldBe(VerdictKind.Error);
}
