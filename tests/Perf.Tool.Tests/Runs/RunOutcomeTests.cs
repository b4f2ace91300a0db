using NUnit.Framework;
using Perf.Runs;
using Perf.Tool.Runs;
using Perf.Tool.Tests.Reports;
using Shouldly;

namespace Perf.Tool.Tests.Runs;

[TestFixture]
public sealed class RunOutcomeTests
{
    private static readonly RunDocument Unmeasured = JudgedRuns.Run(JudgedRuns.Test("A", JudgedRuns.Kept) with { Error = "the base build's body threw" });

    [TestCase("Pass", 0, false, ExitCode.Pass)]
    [TestCase("Pass, improved", 0, false, ExitCode.Pass)]
    [TestCase("Regressed", 1, false, ExitCode.Regressed)]
    [TestCase("Inconclusive", 0, false, ExitCode.Pass)]
    [TestCase("Inconclusive", 1, true, ExitCode.NotJudged)]
    [TestCase("NotComparable", 1, true, ExitCode.NotJudged)]
    [TestCase("NotComparable: new", 0, false, ExitCode.Pass)]
    [TestCase("Pass", 1, false, ExitCode.Regressed)]
    [TestCase("Inconclusive", 1, false, ExitCode.Regressed)]
    public void TheExitCodeSaysWhatTheTestsCameTo(string verdict, int exitCodeOfTests, bool isHeldAgainst, object expected) =>
        RunOutcome.Of(JudgedRuns.Run(JudgedRuns.Test("A", JudgedRuns.Kept with { Verdict = verdict, HeldAgainst = isHeldAgainst })), exitCodeOfTests)
            .ShouldBe((ExitCode)expected);

    [Test]
    public void WhatCouldNotBeMeasuredIsBadInput()
    {
        RunOutcome.Of([Unmeasured]).ShouldBe(ExitCode.Misuse);
        RunOutcome.Of(Unmeasured, 1).ShouldBe(ExitCode.Misuse);
    }

    [Test]
    public void TheWorstOfSeveralRunsCounts()
    {
        RunDocument kept = JudgedRuns.Run(JudgedRuns.Test("A", JudgedRuns.Kept));
        RunDocument held = JudgedRuns.Run(JudgedRuns.Test("A", JudgedRuns.HeldAgainst));

        RunOutcome.Of([kept, held]).ShouldBe(ExitCode.NotJudged);
        RunOutcome.Of([kept, held, Unmeasured]).ShouldBe(ExitCode.Misuse);
        RunOutcome.Of([Unmeasured, held, JudgedRuns.Run(JudgedRuns.Test("A", JudgedRuns.Slower)), kept]).ShouldBe(ExitCode.Regressed);
    }

    [Test]
    public void WhereNothingWasJudgedNothingPassed()
    {
        RunOutcome.Of([JudgedRuns.Run()]).ShouldBe(ExitCode.NotJudged);
        RunOutcome.Of([JudgedRuns.Run() with { Shard = "2/3" }]).ShouldBe(ExitCode.Pass, "a shard may be empty");
        RunOutcome.Of([JudgedRuns.Run(), JudgedRuns.Run(JudgedRuns.Test("Test", JudgedRuns.Kept))]).ShouldBe(ExitCode.Pass);
    }
}
