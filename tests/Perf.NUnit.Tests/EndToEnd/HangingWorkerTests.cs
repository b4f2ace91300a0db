using NUnit.Framework;
using Shouldly;

namespace Perf.Tests.EndToEnd;

/// <summary>A further process that never answers.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class HangingWorkerTests
{
    [Test]
    public void AWorkerThatHangsIsEndedAndLeavesNothingBehind()
    {
        // A copy of its own: its processes are told by their folder from those of the tests beside it.
        string build = DuetBuilds.Copy(DotnetTest.BuildOf("Perf.NUnit.TestData"));

        TrxResult result = DuetRun.Of(
            Path.Combine(build, "Perf.NUnit.TestData.dll"), baseFolder: "", "FullyQualifiedName~WorkerFixture.Hangs", [("PERF_BUDGET", "25")]).Test("Hangs");

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldContain("gave no answer in");
        if (OperatingSystem.IsLinux())
        {
            Processes.CommandLines().Where(line => line.Contains(build, StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }
}
