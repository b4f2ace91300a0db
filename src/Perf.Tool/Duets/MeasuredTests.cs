using Perf.Reporting;
using Perf.Runs;
using Perf.Tool.Builds;
using Perf.Tool.Processes;
using Spectre.Console;

namespace Perf.Tool.Duets;

/// <summary>The tests of a project that was built, run while somebody watches.</summary>
/// <param name="project">The project.</param>
/// <param name="configuration">What it was built as.</param>
/// <param name="report">The folder of the record that they leave.</param>
/// <param name="console">Where their progress is shown.</param>
internal sealed class MeasuredTests(TestProject project, string configuration, string report, IAnsiConsole console)
{
    /// <summary>Runs them.</summary>
    /// <param name="filter">A name or filter of tests; null for all.</param>
    /// <param name="settings">The settings of the run, as environment variables.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The record that they left, and how they ended.</returns>
    /// <exception cref="ToolException">They left none.</exception>
    public async Task<(RunDocument Run, ChildProcess Ended)> Run(
        string? filter, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellation)
    {
        Directory.CreateDirectory(report);
        string progress = Path.Combine(report, $"progress-{Environment.ProcessId}.jsonl");
        await File.WriteAllTextAsync(progress, "", cancellation);
        try
        {
            Dictionary<string, string?> all = new(settings) { ["PERF_REPORT"] = report, ["PERF_PROGRESS"] = progress };
            DateTimeOffset start = TimeProvider.System.GetUtcNow();
            Task<ChildProcess> tests = project.Test(configuration, filter, all, cancellation);
            await new ProgressDisplay(console).Show(progress, tests, cancellation);
            ChildProcess ended = await tests;
            return Latest(start, settings.GetValueOrDefault("PERF_SHARD")) is { } run
                ? (run, ended)
                : throw new ToolException($"the tests left no record of a run{(ended.ExitCode == 0 ? " (does a test of them make a promise?)" : "")}:\n{ended.Tail}");
        }
        finally
        {
            File.Delete(progress);
        }
    }

    // Other runs may leave theirs in the same folder at the same time.
    private RunDocument? Latest(DateTimeOffset start, string? shard) => new RunFolder(report).RunFiles
        .Select(file => RunDocument.Parse(File.ReadAllText(file), file))
        .Where(run => run.StartedAt >= start && run.Shard == shard)
        .MaxBy(run => run.EndedAt);
}
