using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>The same under Microsoft.Testing.Platform, where the test project is a program.</summary>
[NonParallelizable]
public sealed class TestingPlatformTests
{
    private static readonly Lazy<string> Folder = new(DuetBuilds.BuildForTestingPlatform);

    [Test]
    public void BuildsAreComparedUnderTheTestingPlatformToo()
    {
        (int exitCode, string output) = Run("FullyQualifiedName~ChangedFixture.AllocatesAsMuch|FullyQualifiedName~ChangedFixture.AllocatesMore");

        exitCode.ShouldNotBe(0, output);
        output.ShouldContain("Allocated bytes regression: +0.8 % (allowed 0 %)");
        output.ShouldContain("failed: 1");
        output.ShouldContain("succeeded: 1");
    }

    [Test]
    public void ABodyThatEndsTheProgramWithoutAnErrorIsNoSilentPass()
    {
        (int exitCode, string output) = Run("FullyQualifiedName~DeadlyFixture.Exits&Name~base|FullyQualifiedName~DeadlyFixture.ThenTestsGoOn");

        exitCode.ShouldNotBe(0, output);
        output.ShouldContain("ended the process: a measured body must not call Environment.Exit");
        output.ShouldContain("failed: 1");
        output.ShouldContain("succeeded: 1");
    }

    private static (int ExitCode, string Output) Run(string filter)
    {
        string folder = Folder.Value;
        return Dotnet.Run(
            folder,
            ["exec", Path.Combine(folder, $"{DuetBuilds.Assembly}.dll"), "--filter", filter],
            [("PERF_BASE_BUILD", DuetBuilds.Base), ("PERF_REPORT", Path.Combine(folder, "report"))]);
    }
}
