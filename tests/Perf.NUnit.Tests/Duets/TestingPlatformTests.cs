using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>The same under Microsoft.Testing.Platform, where the test project is a program.</summary>
[NonParallelizable]
public sealed class TestingPlatformTests
{
    [Test]
    public void BuildsAreComparedUnderTheTestingPlatformToo()
    {
        string folder = DuetBuilds.BuildForTestingPlatform();

        (int exitCode, string output) = Dotnet.Run(
            folder,
            ["exec", Path.Combine(folder, $"{DuetBuilds.Assembly}.dll"), "--filter", "FullyQualifiedName~ChangedFixture.Allocates"],
            [("PERF_BASE_BUILD", DuetBuilds.Base), ("PERF_REPORT", Path.Combine(folder, "report"))]);

        exitCode.ShouldNotBe(0, output);
        output.ShouldContain("Allocated bytes regression: +0.8 % (allowed 0 %)");
        output.ShouldContain("failed: 1");
        output.ShouldContain("succeeded: 1");
    }
}
