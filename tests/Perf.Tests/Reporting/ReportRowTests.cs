using NUnit.Framework;
using Perf.Judging;
using Perf.Reporting;
using Perf.Runs;
using Perf.Statistics;
using Perf.Tests.Objectives;
using Perf.Tests.Runs;
using Shouldly;

namespace Perf.Tests.Reporting;

[TestFixture]
public sealed class ReportRowTests
{
    private static readonly Judgement Undecided = new(SomeObjectives.Duration, Verdict.Inconclusive) { Reason = "too close" };

    [Test]
    public void TheWorstComesFirst()
    {
        Run run = SomeRun.Of(
            SomeRun.Record("Pass", SomeRun.Kept),
            SomeRun.Record("Improved", SomeRun.Kept with { IsImproved = true }),
            SomeRun.Record("Unknown", SomeRun.Unknown),
            SomeRun.Record("Undecided", Undecided),
            SomeRun.Record("Held", SomeRun.Unknown with { IsHeldAgainst = true }),
            SomeRun.Record("Slower", SomeRun.Slower),
            SomeRun.Record("Broken") with { Error = "the worker died" });

        IReadOnlyList<ReportRow> rows = ReportRow.WorstFirst([RunDocument.Of(run)]);

        rows.Select(row => row.Test.Test.MethodName).ShouldBe(["Broken", "Slower", "Held", "Undecided", "Unknown", "Improved", "Pass"]);
        rows.Select(row => row.Severity).ShouldBe(Enum.GetValues<Severity>());
    }

    [Test]
    public void OfRegressionsTheFurthestBeyondItsLimitComesFirst()
    {
        Judgement slowest = SomeRun.Slower with { Decision = new Decision(Outcome.Broken, 2, new Bounds(1.9, 2.1), 1.1, 0.02) };
        Judgement exact = SomeRun.Slower with { Decision = null };

        ReportRow.WorstFirst([RunDocument.Of(SomeRun.Of(SomeRun.Record("A", SomeRun.Slower), SomeRun.Record("B", slowest), SomeRun.Record("C", exact)))])
            .Select(row => row.Test.Test.MethodName).ShouldBe(["C", "B", "A"]);
    }

    [Test]
    public void ATestThatWasPartlyMeasuredHasARowForEach() =>
        ReportRow.WorstFirst([RunDocument.Of(SomeRun.Of(SomeRun.Record("A", SomeRun.Kept) with { Error = "the worker died" }))])
            .Select(row => row.Severity).ShouldBe([Severity.Error, Severity.Pass]);
}
