using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;
using Perf.Tests.Architecture;
using Perf.Tool.Processes;
using Shouldly;

namespace Perf.Tool.Tests.Duets;

/// <summary>The tool as a user runs it, on a repository of its own.</summary>
[TestFixture]
public sealed class DuetCommandTests
{
    private const string Test = """
        using NUnit.Framework;
        using Perf;

        public sealed class ParsingTests
        {
            [Test, MaxRegression(10, Metric = "allocated_bytes")]
            public void Parses() => System.GC.KeepAlive(new byte[1000]);

            [Test, MaxRegression(10, Metric = "allocated_bytes")]
            public void Prints() => System.GC.KeepAlive(new byte[2000]);
        }
        """;

    private SomeRepository _repository = null!;

    [OneTimeSetUp]
    public async Task MakeARepository()
    {
        _repository = await SomeRepository.Create();
        foreach (string inherited in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            _repository.Write(inherited, "<Project />");
        }

        _repository.Write(".gitignore", "bin/\nobj/\nartifacts/\n.perf/\n");
        _repository.Write("tests/App.Perf/App.Perf.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{Pinned("Microsoft.NET.Test.Sdk")}" />
                <PackageReference Include="NUnit" Version="{typeof(TestAttribute).Assembly.GetName().Version!.ToString(3)}" />
                <PackageReference Include="NUnit3TestAdapter" Version="{Pinned("NUnit3TestAdapter")}" />
                {string.Concat(new[] { "Perf.NUnit", "Perf", "Perf.Thresholds" }.Select(Reference))}
              </ItemGroup>
              <Import Project="{Path.Combine(Repository.Root, "src/Perf.NUnit/buildTransitive/Perf.NUnit.targets")}" />
            </Project>
            """);
        _repository.Write("tests/App.Perf/ParsingTests.cs", Test);
        await _repository.Commit();
    }

    [OneTimeTearDown]
    public void RemoveIt() => _repository.Dispose();

    [SetUp]
    public Task StartAnew() => _repository.Run("checkout", "--quiet", ".");

    [Test, Order(1)]
    public async Task AChangeOfDocumentsIsIdenticalCode()
    {
        _repository.Write("README.md", "# App");
        await _repository.Commit();

        ChildProcess ended = await Duet("--base", "HEAD~1");

        ended.ExitCode.ShouldBe(0, ended.Output);
        ended.Output.ShouldContain("identical code");
        (await _repository.Run("worktree", "list")).Trim().Split('\n').ShouldHaveSingleItem();
    }

    [Test, Order(2)]
    public async Task MoreAllocationsAreRedAndTheBaseBuildIsKept()
    {
        _repository.Write("tests/App.Perf/ParsingTests.cs", Test.Replace("byte[1000]", "byte[1200]", StringComparison.Ordinal));

        ChildProcess ended = await Duet("--base", "HEAD~1");

        ended.ExitCode.ShouldBe(1, ended.Output);
        ended.Output.ShouldContain("allocated bytes regression: +1");
        ended.Output.Split('\n').Single(line => line.Contains("ParsingTests.Prints", StringComparison.Ordinal) && line.StartsWith('|')).ShouldContain("Pass");
        ended.Output.ShouldNotContain("kept in .perf/builds", Case.Sensitive, "the build of that commit is there already");
    }

    [Test, Order(3)]
    public async Task OneTestAloneMayBeAsked()
    {
        _repository.Write("tests/App.Perf/ParsingTests.cs", Test.Replace("byte[1000]", "byte[1200]", StringComparison.Ordinal));

        ChildProcess ended = await Duet("--base", "HEAD~1", "--test", "Prints");

        ended.ExitCode.ShouldBe(0, ended.Output);
        ended.Output.ShouldNotContain("ParsingTests.Parses");
    }

    [Test]
    public async Task MisuseHasAnExitCodeOfItsOwn()
    {
        (await Duet()).ExitCode.ShouldBe(3);
        ChildProcess ended = await Duet("--base", "nosuch");
        ended.ExitCode.ShouldBe(3);
        ended.Output.ShouldContain("nosuch is no commit here and no folder");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "there a console's signals cannot be sent to one process")]
    public async Task WhoStopsItFindsNothingLeft()
    {
        _repository.Write("README.md", "# Another");
        string commit = await _repository.Commit();
        using Process tool = Start("--base", commit);
        string worktrees = Path.Combine(_repository.Root, ".perf", "worktrees");
        while (!tool.HasExited && !(Directory.Exists(worktrees) && Directory.EnumerateDirectories(worktrees).Any()))
        {
            await Task.Delay(10);
        }

        await ChildProcess.Run(
            "kill",
            _repository.Root,
            ["-INT", tool.Id.ToString(CultureInfo.InvariantCulture)],
            new Dictionary<string, string?>(),
            CancellationToken.None);
        string error = await tool.StandardError.ReadToEndAsync();
        await tool.WaitForExitAsync();

        tool.ExitCode.ShouldBe(3, error);
        error.ShouldContain("stopped; nothing was decided");
        Directory.EnumerateFileSystemEntries(worktrees).ShouldBeEmpty();
        Directory.EnumerateDirectories(Path.Combine(_repository.Root, ".perf"), "*", SearchOption.AllDirectories).Select(Path.GetFileName)
            .ShouldNotContain(name => name!.StartsWith(commit.Substring(0, 12), StringComparison.Ordinal));
    }

    private Task<ChildProcess> Duet(params string[] arguments) => Dotnet.Run(
        _repository.Root,
        [typeof(ToolException).Assembly.Location, "duet", .. arguments],
        Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("PERF_", StringComparison.OrdinalIgnoreCase)
                || name is "CI")
            .Where(name => name != "MSBUILDDISABLENODEREUSE")
            .ToDictionary(name => name, _ => (string?)null),
        CancellationToken.None);

    private Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(ToolException).Assembly.Location, "duet", .. arguments])
        {
            WorkingDirectory = _repository.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;

    private static string Reference(string assembly) =>
        $"<Reference Include=\"{Path.Combine(Path.GetDirectoryName(Built("Perf.NUnit"))!, $"{assembly}.dll")}\" />";

    private static string Built(string project) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", project, "bin"), $"{project}.dll", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}ref", StringComparison.Ordinal))
        .MaxBy(File.GetLastWriteTimeUtc)!;

    private static string Pinned(string package) =>
        System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(version => (string?)version.Attribute("Include") == package).Attribute("Version")!.Value;
}
