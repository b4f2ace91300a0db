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
        string folder = Packed.NewFolder(name);
        string runner = isOnTestingPlatform ? "<EnableNUnitRunner>true</EnableNUnitRunner><OutputType>Exe</OutputType>" : "";
        Write(folder, "nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Packed.Cache}" /></config>
              <packageSources><add key="perf" value="{Packed.Folder}" /></packageSources>
              <fallbackPackageFolders><add key="restored" value="{RestoredPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        foreach (string inherited in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            Write(folder, inherited, "<Project />");
        }

        Write(folder, "App.csproj", $"""
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
        Write(folder, "global.json", isOnTestingPlatform ? """{ "test": { "runner": "Microsoft.Testing.Platform" } }""" : "{ }");
        Write(folder, "baselines/thresholds.yaml", Thresholds);
        Write(folder, "Tests.cs", Tests);
        return new ConsumerProject(folder);
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

    private static string RestoredPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static void Write(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
