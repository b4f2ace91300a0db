using Perf.Baselines;
using Perf.Tool.Baselines;
using Perf.Tool.Builds;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Perf.Tool.Processes;
using Spectre.Console;

namespace Perf.Tool.Recordings;

/// <summary>Builds the tests, has them recorded, and says what the baseline holds now.</summary>
internal sealed class RecordRun(RecordOptions options, string folder, Output output)
{
    // What the tests tell of a recording begins so.
    private const string Told = "Perf: ";

    private readonly IAnsiConsole _console = output.Text;

    public async Task<ExitCode> Run(CancellationToken cancellation)
    {
        TestProject project = TestProject.Find(options.Project, folder);
        _console.MarkupLineInterpolated($"building [bold]{project.Name}[/]");
        await project.Build(options.Configuration, cancellation);
        ProjectLayout layout = await project.Layout(options.Configuration, cancellation);
        string path = options.Baseline is null ? FileOf(project, layout) : Path.GetFullPath(options.Baseline, folder);
        string shown = Path.GetRelativePath(folder, path);
        IReadOnlyDictionary<(string, string), BaselineSeries> before = SeriesOf(path, shown);
        ChildProcess ended = await Test(project, path, cancellation);
        SeriesDocument[] recorded =
        [
            .. SeriesOf(path, shown).Values
                .Where(series => !before.TryGetValue(series.Key, out BaselineSeries? old) || old.RecordedAt != series.RecordedAt)
                .Select(series => SeriesDocument.Of(shown, series)),
        ];
        if (ended.ExitCode == 0 && recorded.Length == 0 && !options.IsOnlyNew)
        {
            throw new ToolException($"no test of {project.Name} was recorded: does one of them promise a [MaxRegression]?\n{ended.Tail}");
        }

        SeriesTable.Write(_console, recorded);
        _console.WriteLine(recorded.Length == 0 ? $"nothing was recorded into {shown}" : $"{shown}: {recorded.Length} series recorded");
        output.Json(new SeriesListDocument(recorded), ToolJson.Default.SeriesListDocument);
        if (ended.ExitCode == 0)
        {
            return ExitCode.Pass;
        }

        _console.WriteLine(ended.Tail);
        return ExitCode.Regressed;
    }

    private async Task<ChildProcess> Test(TestProject project, string path, CancellationToken cancellation)
    {
        Dictionary<string, string?> environment = new()
        {
            ["PERF_RECORD"] = options.IsOnlyNew ? "new" : "true",
            ["PERF_BASELINE"] = path,
            ["PERF_SHARD"] = options.Shard?.ToString() ?? Environment.GetEnvironmentVariable("PERF_SHARD"),
            ["PERF_BASE_BUILD"] = null,
        };
        if (!_console.Profile.Capabilities.Interactive)
        {
            return await project.Test(options.Configuration, options.Test, environment, cancellation, line => Tell(line, _console.WriteLine));
        }

        return await _console.Status().StartAsync("running the tests once", status => project.Test(
            options.Configuration, options.Test, environment, cancellation, line => Tell(line, text => status.Status(Markup.Escape(text)))));
    }

    private static void Tell(string line, Action<string> show)
    {
        int at = line.IndexOf(Told, StringComparison.Ordinal);
        if (at >= 0)
        {
            show(line[(at + Told.Length)..].TrimEnd());
        }
    }

    // As the run finds it.
    private static string FileOf(TestProject project, ProjectLayout layout)
    {
        string environment = Environment.GetEnvironmentVariable("PERF_ENVIRONMENT") is { Length: > 0 } set ? set : layout.Environment;
        string? noted = layout.Baselines is { } baselines && Directory.Exists(baselines) ? baselines : null;
        string own = Path.GetDirectoryName(project.Path)!;
        return new BaselineFolder(noted ?? BaselineFolder.TryFind(own)?.Path ?? layout.Baselines ?? Path.Combine(own, "baselines")).FileOf(environment);
    }

    private static IReadOnlyDictionary<(string, string), BaselineSeries> SeriesOf(string path, string shown) =>
        File.Exists(path) ? BaselineReader.Read(shown).Series.ToDictionary(series => series.Key) : new Dictionary<(string, string), BaselineSeries>();
}
