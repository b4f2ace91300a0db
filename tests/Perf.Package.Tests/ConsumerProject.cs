namespace Perf.Package.Tests;

/// <summary>A brand-new test project outside of the repository that knows Perf as a package only.</summary>
/// <param name="Folder">Where it lies.</param>
internal sealed record ConsumerProject(string Folder)
{
    public const string Tests = """
        using System.Diagnostics.Metrics;
        using NUnit.Framework;
        using Perf;

        namespace App;

        [TestFixture, Section("app")]
        public sealed class WorkTests
        {
            private static readonly Meter Meter = new("app");
            private static readonly Histogram<double> Work = Meter.CreateHistogram<double>("app.work", "s");

            [Test, MaxMetric("app.work", Key = "app.max_wrk_ms")]
            public void Works() => Work.Record(0.001);

            [Test, MaxDuration(60)]
            public void Sleeps() => Thread.Sleep(5);

            [Test]
            public void TheEnvironmentIsHardened() =>
                Assert.That(Environment.GetEnvironmentVariable("OMP_WAIT_POLICY"), Is.EqualTo("PASSIVE"));
        }

        """;

    private const string Thresholds = "app:\n  max_work_ms: 2000\n  max_time_seconds: 30\n";

    public string TestsPath => Path.Combine(Folder, "Tests.cs");

    public static ConsumerProject Create(string name, string nunit, bool isOnTestingPlatform)
    {
        ConsumerFolder folder = ConsumerFolder.Create(name);
        string runner = isOnTestingPlatform ? "<EnableNUnitRunner>true</EnableNUnitRunner><OutputType>Exe</OutputType>" : "";
        folder.Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {runner}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{Packed.Pinned("Microsoft.NET.Test.Sdk")}" />
                <PackageReference Include="NUnit" Version="{nunit}" />
                <PackageReference Include="NUnit3TestAdapter" Version="{Packed.Pinned("NUnit3TestAdapter")}" />
                <PackageReference Include="Perf.NUnit" Version="{Packed.Version}" />
              </ItemGroup>
            </Project>
            """);
        folder.Write("global.json", isOnTestingPlatform ? """{ "test": { "runner": "Microsoft.Testing.Platform" } }""" : "{ }");
        folder.Write("baselines/thresholds.yaml", Thresholds);
        folder.Write("Tests.cs", Tests);
        return new ConsumerProject(folder.Path);
    }

    /// <summary>The errors and warnings of a build: <c>Tests.cs(12,12): error PERF1006</c>.</summary>
    public async Task<IReadOnlyList<string>> Build()
    {
        (_, string output) = await Command.Dotnet(Folder, "build", "-v:q", "-nologo");
        return [.. output.Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
            .Select(line => line[..line.IndexOf(": ", line.IndexOf("): ", StringComparison.Ordinal) + 2, StringComparison.Ordinal)])
            .Select(line => Path.GetRelativePath(Folder, line))
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }
}
