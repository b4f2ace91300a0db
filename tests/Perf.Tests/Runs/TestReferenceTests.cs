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
    public void TheCommandsRunThisTestAlone()
    {
        const string run = "dotnet test tests/Perf.Regression -c Release "
            + "--filter FullyQualifiedName~ValidationTests.KeepsItsPace";

        Reference.Reproduce.ShouldBe(run);
        Reference.Accept.ShouldBe($"PERF_RECORD=true {run}");
    }
}
