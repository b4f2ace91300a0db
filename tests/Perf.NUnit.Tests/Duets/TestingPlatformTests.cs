using NUnit.Framework;
using Perf.Runs;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>The same under Microsoft.Testing.Platform, where the test project is a program.</summary>
[Parallelizable(ParallelScope.Self)]
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

    [Test]
    public void ASuiteRunsInPartsUnderTheTestingPlatformToo()
    {
        const string Fixture = "Perf.DuetData.ChangedFixture";
        int count = Enumerable.Range(2, 20)
            .First(many => Shard.NumberOf($"{Fixture}.AllocatesAsMuch", many) != Shard.NumberOf($"{Fixture}.AllocatesMore", many));
        Shard shard = new(Shard.NumberOf($"{Fixture}.AllocatesAsMuch", count), count);

        (int exitCode, string output) = Run("FullyQualifiedName~ChangedFixture.AllocatesAsMuch|FullyQualifiedName~ChangedFixture.AllocatesMore", ("PERF_SHARD", shard.ToString()));

        exitCode.ShouldBe(0, output);
        output.ShouldContain("succeeded: 1");
        output.ShouldContain("skipped: 1");
        output.ShouldContain($", this run is {shard}");
    }

    private static (int ExitCode, string Output) Run(string filter, params (string Name, string Value)[] variables)
    {
        string folder = Folder.Value;
        return Dotnet.Run(
            folder,
            ["exec", Path.Combine(folder, $"{DuetBuilds.Assembly}.dll"), "--filter", filter],
            [("PERF_BASE_BUILD", DuetBuilds.Base), ("PERF_REPORT", Path.Combine(folder, "report")), .. variables]);
    }
}
