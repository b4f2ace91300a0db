using NUnit.Framework;
using Shouldly;

namespace Perf.Package.Tests;

/// <summary>What a user sees who installs the package, from the first error to the first red verdict.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class ConsumerTests
{
    [TestCase("4.6.1", false)]
    [TestCase("4.6.1", true)]
    [TestCase("5.0.0", false)]
    [TestCase("5.0.0", true)]
    public async Task ANewProjectIsCheckedMendedAndRun(string nunit, bool isOnTestingPlatform)
    {
        ConsumerProject project = ConsumerProject.Create($"app-{nunit}-{isOnTestingPlatform}", nunit, isOnTestingPlatform);
        (await project.Build()).ShouldBe(["Tests.cs(13,12): error PERF1006", "Tests.cs(16,12): error PERF1008"]);

        string mended = ConsumerProject.Tests.Replace("max_wrk_ms", "max_work_ms").Replace("MaxDuration(60)", "MaxDuration(30)");
        await Format(project, mended);
        (await File.ReadAllTextAsync(project.TestsPath)).ShouldBe(mended);
        (await project.Build()).ShouldBeEmpty();

        (int passed, string green) = await Command.Dotnet(project.Folder, "test", "--no-build");
        passed.ShouldBe(0, green);
        File.Exists(Path.Combine(project.Folder, "artifacts", "perf", "run.json")).ShouldBeTrue(green);

        // Allocations are judged at once and exactly, whatever the machine is doing.
        await File.WriteAllTextAsync(
            project.TestsPath,
            mended.Replace("MaxDuration(30)", "MaxAllocations(0)").Replace("Thread.Sleep(5)", "GC.KeepAlive(new byte[999])"));
        (int failed, string red) = await Command.Dotnet(project.Folder, "test");
        failed.ShouldNotBe(0, red);
        red.ShouldContain("App allocated bytes exceeds its limit");
        red.ShouldContain("Exceeded by:");
        red.ShouldContain("[MaxAllocations(0)]");
    }

    // Of two rules `dotnet format` sometimes mends one only, in a file that it has just changed; another run mends the other.
    private static async Task Format(ConsumerProject project, string mended)
    {
        for (int run = 0; run < 4 && await File.ReadAllTextAsync(project.TestsPath) != mended; run++)
        {
            (int exitCode, string output) = await Command.Dotnet(project.Folder, "format", "analyzers", "--no-restore", "--diagnostics", "PERF1006", "PERF1008");
            exitCode.ShouldBe(0, output);
        }
    }
}
