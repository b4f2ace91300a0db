using NUnit.Framework;
using Shouldly;

namespace Perf.Tests.EndToEnd;

/// <summary>What a user sees of `dotnet test`. The bodies sleep, so that no neighbour decides.</summary>
[Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DotnetTestTests
{
    private const string Regression = "FullyQualifiedName~SleepFixture.Regression";

    // What is exact takes a few samples.
    private const string Exact = "FullyQualifiedName~AllocationFixture.AsManyAsBefore";

    private DotnetTest _dotnet = null!;

    [SetUp]
    public void MakeAFolder() => _dotnet = new DotnetTest();

    [TearDown]
    public void RemoveIt() => _dotnet.Dispose();

    [Test]
    public void AMissingBaselineIsSaidAloudAndLeavesACandidate()
    {
        TrxResult result = _dotnet.Run(Regression)["Regression"];

        result.Outcome.ShouldBe("Passed");
        result.Output.ShouldStartWith("Sleep time not judged (NotComparable): no baseline");
        string candidate = Path.Combine(_dotnet.Report, "cpu.candidate.json");
        File.Exists(candidate).ShouldBeTrue(_dotnet.Output);
        _dotnet.Output.ShouldContain("cpu.candidate.json");
    }

    [Test]
    public void StrictModeFailsOnAMissingBaseline()
    {
        TrxResult result = _dotnet.Run(Exact, ("PERF_CI", "true"))["AsManyAsBefore"];

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldContain("strict mode fails on that (policy.missing_baseline: fail)");
        _dotnet.ExitCode.ShouldNotBe(0);
    }

    [Test]
    public void TheRunSettingsForCiTurnStrictModeOnAndHardenToo()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ci.runsettings")))
        {
            folder = folder.Parent!;
        }

        TrxResult result = _dotnet.Run(Exact, ["--settings", Path.Combine(folder.FullName, "ci.runsettings")])["AsManyAsBefore"];

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldContain("strict mode");
        File.ReadAllText(Path.Combine(_dotnet.Report, "run.json")).ShouldContain("OMP_WAIT_POLICY=PASSIVE");
    }

    [Test]
    public void ATestRunParameterSetsWhatAnEnvironmentVariableSets()
    {
        TrxResult result = _dotnet.Run(Exact, ["--", "TestRunParameters.Parameter(name=\"ci\", value=\"true\")"])["AsManyAsBefore"];

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldContain("strict mode");
    }

    [TestCase(10.0, "Passed")]
    [TestCase(0.005, "Failed")]
    public void TheOriginalBaselineShapeIsEnforced(double seconds, string outcome)
    {
        File.WriteAllText(_dotnet.Baseline, FormattableString.Invariant(
            $$"""{ "analysis": { "validation_time": { "total_seconds": {{seconds}} } } }"""));

        TrxResult result = _dotnet.Run(Regression)["Regression"];

        result.Outcome.ShouldBe(outcome, result.Message);
        (result.Message + result.Output).ShouldContain(outcome == "Failed" ? "a recorded baseline judges more sharply" : "Pass");
    }

    [TestCase("sleep:\n  max_time_seconds: [1\n", ":", TestName = "broken YAML")]
    [TestCase("sleep:\n  max_tim_seconds: 1\n", ":2", TestName = "unknown key")]
    [TestCase("sleep:\n  max_time_seconds: -1\n", ":2", TestName = "negative value")]
    [TestCase("sleep:\n  max_time_seconds: .nan\n", ":2", TestName = "not a number")]
    [TestCase("sleep:\n  max_time_seconds: 1\n  max_time_seconds: 2\n", ":3", TestName = "duplicate key")]
    public void ABadThresholdsFileIsAnErrorThatNamesFileAndLine(string text, string line)
    {
        string path = Path.Combine(_dotnet.Folder, "mine.yaml");
        File.WriteAllText(path, text);

        TrxResult result = _dotnet.Run("FullyQualifiedName~SleepFixture.Duration", ("PERF_THRESHOLDS", path))["Duration"];

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldContain($"mine.yaml{line}");
    }

    [TestCase("{ \"schemaVersion\": 1, ", "truncated", TestName = "truncated")]
    [TestCase("{ \"hello\": 1 }", "", TestName = "foreign")]
    [TestCase("{ \"schemaVersion\": 99 }", "99", TestName = "newer schema")]
    public void ABadBaselineIsAnErrorAndIsNotOverwritten(string text, string what)
    {
        File.WriteAllText(_dotnet.Baseline, text);

        TrxResult judged = _dotnet.Run(Regression)["Regression"];
        judged.Outcome.ShouldBe("Failed");
        judged.Message.ShouldContain("baseline.json");
        judged.Message.ShouldContain(what);

        _dotnet.Run(Regression, ("PERF_RECORD", "true"));
        File.ReadAllText(_dotnet.Baseline).ShouldBe(text);
        _dotnet.ExitCode.ShouldNotBe(0, _dotnet.Output);
    }
}
