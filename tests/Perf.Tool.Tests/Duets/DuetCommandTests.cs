using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;
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
        SomeProject.Write(_repository);
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

    [Test, Order(4)]
    public async Task ABaseThatAVariableBuildsOtherwiseIsKeptBesideTheUsualOne()
    {
        _repository.Write("Directory.Build.props", """
            <Project>
              <PropertyGroup Condition="'$(ACCELERATOR)' != ''">
                <BaseOutputPath>bin/$(ACCELERATOR)/</BaseOutputPath>
                <BaseIntermediateOutputPath>obj/$(ACCELERATOR)/</BaseIntermediateOutputPath>
                <DefaultItemExcludes>$(DefaultItemExcludes);bin/**;obj/**</DefaultItemExcludes>
              </PropertyGroup>
            </Project>
            """);
        string commit = await _repository.Commit();

        ChildProcess usual = await Duet("--base", commit, "--test", "Prints");
        ChildProcess forADevice = await DuetWith([("ACCELERATOR", "cuda")], "--base", commit, "--test", "Prints");

        (usual.ExitCode, forADevice.ExitCode).ShouldBe((0, 0), $"{usual.Output}{forADevice.Output}");
        forADevice.Output.ShouldContain("kept in .perf/builds", Case.Sensitive, "the build without the variable is another one");
        Directory.GetDirectories(Path.Combine(_repository.Root, ".perf", "builds"), $"{commit[..12]}-*").Length.ShouldBe(2);
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

    private Task<ChildProcess> Duet(params string[] arguments) => DuetWith([], arguments);

    private Task<ChildProcess> DuetWith((string Name, string Value)[] variables, params string[] arguments) => Dotnet.Run(
        _repository.Root,
        [typeof(ToolException).Assembly.Location, "duet", .. arguments],
        SomeProject.Environment.Concat(variables.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).ToDictionary(),
        CancellationToken.None);

    private Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(ToolException).Assembly.Location, "duet", .. arguments])
        {
            WorkingDirectory = _repository.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
}
