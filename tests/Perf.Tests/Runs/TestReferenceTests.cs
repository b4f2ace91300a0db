using NUnit.Framework;
using Perf.Runs;
using Shouldly;

namespace Perf.Tests.Runs;

[TestFixture]
public sealed class TestReferenceTests
{
    private static readonly TestReference Reference =
        new("Suite.ValidationTests.KeepsItsPace(2)", "ValidationTests", "KeepsItsPace", "tests/Perf.Regression");

    [Test]
    public void TheCommandsRunThisTestAloneAndAcceptWhatItDoes()
    {
        Reference.Reproduce.ShouldBe(
            "dotnet test tests/Perf.Regression -c Release --filter FullyQualifiedName~ValidationTests.KeepsItsPace");
        (Reference with { Options = "-p:Accelerator=cuda -e PERF_ENVIRONMENT=gpu-large" }).Reproduce.ShouldBe(
            "dotnet test tests/Perf.Regression -c Release -p:Accelerator=cuda -e PERF_ENVIRONMENT=gpu-large --filter FullyQualifiedName~ValidationTests.KeepsItsPace");
        Reference.Accept.ShouldBe(
            "dotnet perf baseline accept artifacts/perf/Perf.Regression/run.json --test ValidationTests.KeepsItsPace --reason \"…\"");
        (Reference with { RunFile = "out/run.json" }).Accept.ShouldStartWith("dotnet perf baseline accept out/run.json ");
        new TestReference("A.B", "A", "B", "Alone").RunFile.ShouldBe("artifacts/perf/Alone/run.json");
    }
}
