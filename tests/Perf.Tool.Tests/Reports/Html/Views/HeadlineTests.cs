using NUnit.Framework;
using Perf.Runs;
using Perf.Tool.Reports.Html.Views;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html.Views;

[TestFixture]
public sealed class HeadlineTests
{
    private static readonly JudgementDocument New = JudgedRuns.NotCompared with { Verdict = "NotComparable: new" };

    [Test]
    public void WhatIsKeptIsKept()
    {
        Headline(JudgedRuns.Kept).ShouldBe("The promise is kept");
        Headline(JudgedRuns.Kept, JudgedRuns.Kept).ShouldBe("All 2 promises are kept");
    }

    [Test]
    public void WhatIsNewIsNotKept()
    {
        Headline(New, New).ShouldBe("Nothing was judged: 2 promises are new");
        Headline(JudgedRuns.Kept, New).ShouldBe("1 promise is kept, 1 is new");
        Headline(JudgedRuns.NotCompared, New, JudgedRuns.Kept).ShouldBe("Nothing regressed; 1 of 3 promises could not be judged");
    }

    [Test]
    public void WhatStrictModeFailsIsSaidFirst() => Headline(JudgedRuns.Kept, JudgedRuns.HeldAgainst)
        .ShouldBe("1 promise could not be judged, and strict mode fails on that");

    [Test]
    public void WhoReadsThePromiseLearnsItToo() => Belief.Of(JudgedRuns.HeldAgainst).ShouldEndWith("Strict mode fails the test for want of an answer.");

    private static string Headline(params JudgementDocument[] judgements) => ReportPage.Of([JudgedRuns.Run(JudgedRuns.Test("Parses", judgements))]).Headline;
}
