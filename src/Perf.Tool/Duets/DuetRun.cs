using Perf.Runs;
using Perf.Tool.Builds;
using Perf.Tool.CommandLine;
using Perf.Tool.Processes;
using Perf.Tool.Runs;
using Spectre.Console;

namespace Perf.Tool.Duets;

/// <summary>Builds both sides, runs the tests of the head beside the base, and says what came of it.</summary>
internal sealed class DuetRun(DuetOptions options, string folder, Output output)
{
    private readonly IAnsiConsole _console = output.Text;

    public async Task<ExitCode> Run(CancellationToken cancellation)
    {
        GitRepository repository = await GitRepository.Of(folder, cancellation);
        TestProject project = TestProject.Find(options.Project, folder);
        string baseBuild = await BaseBuild(repository, project, cancellation);
        if (options.Head is null)
        {
            _console.MarkupLineInterpolated($"building [bold]{project.Name}[/] as it lies here");
            await project.Build(options.Configuration, cancellation);
            return await Test(repository, project, baseBuild, cancellation);
        }

        string head = await repository.CommitOf(options.Head, cancellation);
        await using Worktree worktree = await Worktree.Create(repository, head, cancellation);
        _console.MarkupLineInterpolated($"building [bold]{project.Name}[/] of {head[..7]}");
        TestProject ofHead = project.In(repository.Root, worktree.Folder);
        await ofHead.Build(options.Configuration, cancellation);
        return await Test(repository, ofHead, baseBuild, cancellation);
    }

    private async Task<string> BaseBuild(GitRepository repository, TestProject project, CancellationToken cancellation)
    {
        string named = Path.GetFullPath(options.Base, folder);
        if (Directory.Exists(named))
        {
            return named;
        }

        string commit = await repository.CommitOf(options.Base, cancellation);
        string sdk = (await Dotnet.OutputOf(repository.Root, ["--version"], cancellation)).Trim();
        string kind = (await project.Layout(options.Configuration, cancellation)).KindIn(project.Folder);
        BuildCache cache = new(Path.Combine(repository.Root, ".perf", "builds"));
        return await cache.Get($"{commit[..12]}-{sdk}-{options.Configuration}-{project.Name}-{kind}", Build, cancellation);

        async Task<string> Build(Func<string, string> keep, CancellationToken stop)
        {
            _console.MarkupLineInterpolated($"building [bold]{project.Name}[/] of {options.Base} ({commit[..7]}), kept in .perf/builds");
            await using Worktree worktree = await Worktree.Create(repository, commit, stop);
            string output = await project.In(repository.Root, worktree.Folder).Build(options.Configuration, stop);
            return keep(output);
        }
    }

    private async Task<ExitCode> Test(
        GitRepository repository, TestProject project, string baseBuild, CancellationToken cancellation)
    {
        string report = Path.Combine(repository.Root, "artifacts", "perf", project.Name);
        (RunDocument run, ChildProcess ended) = await new MeasuredTests(project, options.Configuration, report, _console).Run(
            options.Test,
            new Dictionary<string, string?>
            {
                ["PERF_BASE_BUILD"] = baseBuild,
                ["PERF_ALWAYS"] = options.IsAlwaysMeasured ? "true" : null,
                ["PERF_CI"] = options.IsStrict ? "true" : null,
                ["PERF_SHARD"] = options.Shard?.ToString() ?? Environment.GetEnvironmentVariable("PERF_SHARD"),
            },
            cancellation);
        DuetReport.Write(_console, run, Path.GetRelativePath(folder, report));
        output.Json(run, RunJsonContext.Default.RunDocument);
        ExitCode code = RunOutcome.Of(run, ended.ExitCode);
        if (code != ExitCode.Pass)
        {
            _console.WriteLine(ended.Tail);
        }

        return code;
    }
}
