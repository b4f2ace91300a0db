using System.Text.Json;
using NUnit.Framework;
using Shouldly;

namespace Perf.Tests.EndToEnd;

/// <summary>What a plain <c>dotnet test</c> leaves of a run.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RunRecordTests
{
    private DotnetTest _dotnet = null!;

    [OneTimeSetUp]
    public void RunOnce()
    {
        _dotnet = new DotnetTest();
        _dotnet.Run("FullyQualifiedName~SleepFixture.Duration");
    }

    [OneTimeTearDown]
    public void RemoveIt() => _dotnet.Dispose();

    [Test]
    public void ARunLeavesItsRecordAndNamesIt()
    {
        using JsonDocument run = JsonDocument.Parse(File.ReadAllText(Path.Combine(_dotnet.Report, "run.json")));
        JsonElement judgement = run.RootElement.GetProperty("tests")[0].GetProperty("judgements")[0];
        judgement.GetProperty("verdict").GetString().ShouldBe("Pass");
        judgement.GetProperty("current").GetDouble().ShouldBeInRange(0.019, 5);
        File.ReadAllText(Path.Combine(_dotnet.Report, "summary.md")).ShouldContain("SleepFixture.Duration");
        _dotnet.Output.ShouldContain("run.json");
        _dotnet.Output.ShouldContain("summary.md");
    }

    [Test]
    public void TheDefaultRunSettingsHardenTheEnvironmentOfTheTestHost()
    {
        string run = File.ReadAllText(Path.Combine(_dotnet.Report, "run.json"));
        run.ShouldContain("OMP_WAIT_POLICY=PASSIVE");
        run.ShouldContain("DOTNET_TC_CallCountingDelayMs=0");
    }
}
