using NUnit.Framework;
using Perf.Baselines;
using Perf.Runs;
using Perf.Tool.SelfTests;
using Shouldly;
using Spectre.Console.Testing;

namespace Perf.Tool.Tests.SelfTests;

[TestFixture]
public sealed class SelfTestTests
{
    private const string OfTime = "[MaxRegression(10)]";
    private const string OfAllocations = "[MaxAllocations(100)]";

    [TestCase(10, 30)]
    [TestCase(18, 30)]
    [TestCase(50, 62)]
    public void ADelayIsAlwaysBeyondLimitAndTolerance(double limit, double expected) =>
        InjectionPlan.Delays(Run(Test("A", Time("Pass") with { AllowedPercent = limit, TolerancePercent = 2 })), 30)
            .DelayPercent["A"].ShouldBe(expected);

    [Test]
    public void AnAllocationIsEnoughForEveryPromiseOfTheTest() => InjectionPlan
        .Allocations(Run(Test("A", Allocated("Pass", limit: 100, current: 80), Allocated("Pass", limit: 10_000, current: 80))))
        .AllocatedBytes["A"].ShouldBeGreaterThan(9_920);

    [Test]
    public void NothingIsInjectedWhereNothingIsCompared()
    {
        RunDocument run = Run(Test("A", Time("NotComparable"), Time("Pass") with { Attribute = "[MaxDuration(1)]" }));

        InjectionPlan.Delays(run, 30).DelayPercent.ShouldBeEmpty();
        InjectionPlan.Allocations(run).AllocatedBytes.ShouldBeEmpty();
    }

    [TestCase("Pass", "Regressed", ExitCode.Pass)]
    [TestCase("Regressed", "Regressed", ExitCode.Regressed)]
    [TestCase("Pass", "Pass", ExitCode.Regressed)]
    [TestCase("Pass", "Pass, improved", ExitCode.Regressed)]
    [TestCase("Pass", "Inconclusive", ExitCode.NotJudged)]
    [TestCase("Inconclusive", "Regressed", ExitCode.NotJudged)]
    [TestCase("Inconclusive", "Pass", ExitCode.Regressed)]
    [TestCase("Pass", "NotComparable", ExitCode.Misuse)]
    public void TheExitCodeSaysWhatWasWrong(string same, string delayed, object expected)
    {
        SelfTest test = new();
        RunDocument run = Run(Test("A", Time(same)));
        test.CountSameCode(run);
        test.CountDelay(Run(Test("A", Time(delayed))), InjectionPlan.Delays(run, 30), run);

        Document(test).ExitCode.ShouldBe((ExitCode)expected);
    }

    [Test]
    public void ASuiteThatNothingCouldBeAskedOfHasNotPassed()
    {
        SelfTest test = new();
        test.CountSameCode(Run(Test("A", Time("NotComparable"))));

        Document(test).ExitCode.ShouldBe(ExitCode.NotJudged);
    }

    [Test]
    public void ATestThatCannotBeMeasuredIsSaid()
    {
        SelfTest test = new();
        RunDocument run = Run(Test("A", Time("Pass")));
        test.CountSameCode(run);
        test.CountDelay(Run(Test("A") with { Error = "the head build's body threw" }), InjectionPlan.Delays(run, 30), run);
        TestConsole console = new();
        console.Profile.Width = 200;

        SelfTestReport.Write(console, Document(test));

        console.Output.ShouldContain("0 of 0 (30 %), 1 not measured");
        console.Output.ShouldContain("not measured: A [MaxRegression(10)]: a delay of 30 %: the head build's body threw");
    }

    [Test]
    public void WhatIsWrongIsSaidAloudAndTheRestCounted()
    {
        SelfTest test = new();
        RunDocument run = Run(Test("A", Time("Pass"), Allocated("Pass", 100, 80)), Test("B [x]", Time("Regressed")));
        test.CountSameCode(run);
        test.CountDelay(Run(Test("A", Time("Pass")), Test("B [x]", Time("Regressed"))), InjectionPlan.Delays(run, 30), run);
        test.CountAllocation(Run(Test("A", Allocated("Regressed", 100, 2000))), InjectionPlan.Allocations(run), run);
        TestConsole console = new();
        console.Profile.Width = 200;

        SelfTestReport.Write(console, Document(test));

        console.Output.ShouldContain("WRONG: A [MaxRegression(10)]: a delay of 30 % passed 1 of 1 times");
        console.Output.ShouldContain("WRONG: B [x] [MaxRegression(10)]: the same code twice fired 1 of 1 times");
        console.Output.ShouldContain("injected allocation: fired 1 of 1");
    }

    // Clopper and Pearson 1934; R: binom.test(k, n)$conf.int.
    [TestCase(0, 10, 0, 0.3085)]
    [TestCase(3, 10, 0.0667, 0.6525)]
    [TestCase(10, 10, 0.6915, 1)]
    public void ARateHasExactBounds(int fired, int count, double lower, double upper)
    {
        Rate rate = new(SelfTestQuestion.Delay, fired, count);

        rate.Lower.ShouldBe(lower, 5e-5);
        rate.Upper.ShouldBe(upper, 5e-5);
    }

    private static SelfTestDocument Document(SelfTest test) => new(
        "App", 1, test.Answers, [.. Enum.GetValues<SelfTestQuestion>().Select(question => Rate.Among(question, test.Answers))], test.NotApplicable);

    private static RunDocument Run(params TestDocument[] tests) => new(
        RunDocument.CurrentSchemaVersion, DateTimeOffset.UnixEpoch, "cpu", null, "", null, false, Fingerprint.OfThisMachine([], "cpu"), tests);

    private static TestDocument Test(string name, params JudgementDocument[] judgements) =>
        new(new TestReference(name, "Tests", "Test", "tests/App"), null, judgements, []);

    private static JudgementDocument Time(string verdict) => new(
        "time", "s", verdict, OfTime, null, 1, 1.1, 1, "base build", 10, null, null, null, 1, 24, 1, false, "")
    { TolerancePercent = 2 };

    private static JudgementDocument Allocated(string verdict, double limit, double current) => new(
        "allocated_bytes", "By", verdict, OfAllocations, null, current, limit, null, null, null, null, null, null, 1, 24, 1, false, "");
}
