using NUnit.Framework;
using NUnit.Framework.Interfaces;
using Perf.TestData;
using Shouldly;

namespace Perf.Tests.Execution;

[NonParallelizable]
public sealed class SloCommandTests
{
    [Test]
    public void APromiseThatIsKeptPassesAndPrintsWhatWasMeasured()
    {
        ITestResult result = RunFixture.One<SleepFixture>("Duration");

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
        result.Output.ShouldContain("time");
        result.Output.ShouldContain("≤ 30 s");
        result.Output.ShouldContain("thresholds.yaml:4, sleep.max_time_seconds");
    }

    [Test]
    public void ABrokenLimitFailsWithTheEvidenceOfTwoProcesses()
    {
        ITestResult result = RunFixture.One<SleepFixture>("TooLong");

        result.ResultState.Status.ShouldBe(TestStatus.Failed);
        result.Message.ShouldStartWith("Sleep time exceeds its limit: 2");
        result.Message.ShouldContain("2 launches");
        result.Message.ShouldContain("[MaxDuration(0.001)]");
        result.Message.ShouldContain("Reproduce:");
    }

    [Test]
    public void AsyncBodiesAndCasesAreMeasured()
    {
        IReadOnlyDictionary<string, ITestResult> results = RunFixture.Some<SleepFixture>("Async", "Case");

        results["Async"].ResultState.ShouldBe(ResultState.Success, results["Async"].Message);
        results["Case(1)"].ResultState.ShouldBe(ResultState.Success, results["Case(1)"].Message);
        results["Case(2)"].ResultState.ShouldBe(ResultState.Success, results["Case(2)"].Message);
        results["Async"].Output.ShouldContain("Pass");
    }

    [Test]
    public void SetUpAndTearDownStandOutsideTheMeasuredIterations()
    {
        LifeCycleFixture.Reset();

        ITestResult result = RunFixture.One<LifeCycleFixture>("Counted");

        result.ResultState.ShouldBe(ResultState.Success, result.Message);
        LifeCycleFixture.Constructed.ShouldBe(1);
        LifeCycleFixture.SetUps.ShouldBe(1);
        LifeCycleFixture.TearDowns.ShouldBe(1);
        LifeCycleFixture.Disposed.ShouldBe(1);
        LifeCycleFixture.Bodies.ShouldBeGreaterThan(60);
    }

    [TestCase("Throws", "kaput")]
    [TestCase("ThrowsOnTheFiftiethCall", "kaput at fifty")]
    public void TheBodysOwnExceptionIsReportedUntouched(string test, string message)
    {
        ITestResult result = RunFixture.One<FailingFixture>(test);

        result.ResultState.ShouldBe(ResultState.Error);
        result.Message.ShouldBe($"System.InvalidOperationException : {message}");
        result.StackTrace!.ShouldContain($"FailingFixture.{test}");
    }

    [Test]
    public void TheBodysOwnFailureIsReportedUntouched()
    {
        ITestResult result = RunFixture.One<FailingFixture>("AssertionFails");

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldContain("Expected: 2");
    }

    [Test]
    public void ABodyThatIgnoresItselfStaysIgnored() =>
        RunFixture.One<FailingFixture>("Ignores").ResultState.ShouldBe(ResultState.Ignored);

    [Test]
    public void AWarningOfTheBodyIsReportedOnce()
    {
        ITestResult result = RunFixture.One<FailingFixture>("WarnsEveryTime");

        result.AssertionResults.Count.ShouldBe(1);
    }

    [Test]
    public void CancellationEndsTheMeasurement()
    {
        ITestResult result = RunFixture.One<FailingFixture>("Cancelled");

        result.ResultState.Status.ShouldBe(TestStatus.Failed);
        result.Message.ShouldContain("1500");
    }

    [Test]
    public void ATestWithoutABaselineIsNotJudgedByItAndSaysSo()
    {
        ITestResult result = RunFixture.One<SleepFixture>("Regression");

        // Its absolute limit is judged, so it passes, with the reason first.
        result.ResultState.ShouldBe(ResultState.Success, result.Message);
        result.Output.ShouldStartWith("Sleep time not judged (NotComparable): no baseline");
        result.Output.ShouldContain("sleep.max_time_seconds");
    }

    [TestCase("AmbiguousSection", "loose")]
    [TestCase("UnknownSection", "did you mean sleep")]
    [TestCase("MissingKey", "max_time_seconds")]
    [TestCase("Negative", "out of range")]
    [TestCase("RegressionBelowTheTolerance", "tolerance.measurement_noise_pct")]
    [TestCase("NoInstrument", "data.{")]
    public void APromiseThatCannotBeKeptAsWrittenIsAnErrorThatSaysWhy(string test, string why)
    {
        ITestResult result = RunFixture.One<MistakenFixture>(test);

        result.ResultState.ShouldBe(ResultState.Error);
        result.Message.ShouldContain(why);
    }
}
