using Perf.Files;
using Perf.Reporting;
using Perf.Runs;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Perf.Tool.Reports.GitHub;
using Perf.Tool.Reports.Html;
using Perf.Tool.Reports.OpenMetrics;
using Perf.Tool.Reports.Otlp;
using Perf.Tool.Reports.Proposals;
using Perf.Tool.Runs;
using Spectre.Console;

namespace Perf.Tool.Reports;

/// <summary>Reads runs and tells what they came to in every way that was asked for.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="folder">What relative paths are relative to.</param>
/// <param name="output">Where the table goes.</param>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="clock">The time.</param>
internal sealed class ReportRun(
    ReportOptions options, string folder, Output output, Func<string, string?> variable, TimeProvider clock)
{
    private readonly List<string> _written = [];

    public async Task<ExitCode> Run(CancellationToken cancellation)
    {
        string[] records = [.. RunPaths.Find(options.Runs, folder).Select(path => Path.GetFullPath(path, folder))];
        CheckOutputs(records);
        IReadOnlyList<RunFile> files = RunFiles.Read(records);
        RunDocument[] runs = [.. files.Select(file => file.Run)];
        IReadOnlyList<ReportRow> rows = ReportRow.WorstFirst(runs);
        IReadOnlyList<Proposal> proposals = Proposal.Of(rows);
        if (files.Count == 0)
        {
            throw new ToolException("there is no run in what was named: merge at least one");
        }

        string? html = options.Html ?? (options.HasNoOutput ? Path.Combine(Path.GetDirectoryName(files[0].Path)!, "report.html") : null);
        Write(html, () => HtmlReport.Of(runs));
        WriteSummary(runs);
        Write(options.OpenMetrics, () => OpenMetricsFile.Of(runs, rows));
        Write(options.JUnit, () => JUnitFile.Of(runs));
        if (options.Patch is { } patch)
        {
            (RunFile, Proposal)[] ofFiles = [.. proposals.Select(proposal => (files.First(file => ReferenceEquals(file.Run, proposal.Row.Run)), proposal))];
            string text = await BaselinePatch.Of(ofFiles, folder, clock.GetUtcNow(), cancellation);
            Write(patch, () => text);
        }

        if (options.Otlp is { } endpoint)
        {
            new OtlpExport(endpoint, variable).Send(runs);
            _written.Add($"{runs.Length} {(runs.Length == 1 ? "run" : "runs")} to {endpoint}");
        }

        ExitCode code = RunOutcome.Of(runs);
        Tell(runs, rows, code);
        return code;
    }

    // A record is the only trace of a run, and of two outputs in one file the second alone would be left.
    private void CheckOutputs(IReadOnlyList<string> records)
    {
        (string Option, string? Path)[] named =
        [
            ("--html", options.Html),
            ("--summary", options.Summary),
            ("--openmetrics", options.OpenMetrics),
            ("--junit", options.JUnit),
            ("--patch", options.Patch),
        ];
        foreach (IGrouping<string, (string Option, string? Path)> file in named.Where(one => one.Path is not null).GroupBy(one => Path.GetFullPath(one.Path!, folder)))
        {
            string names = string.Join(" and ", file.Select(one => one.Option));
            if (records.Contains(file.Key))
            {
                throw new ToolException($"{names} would write over the record {file.First().Path}: name another file");
            }

            if (file.Count() > 1)
            {
                throw new ToolException($"{names} name the same file, {file.First().Path}: name one for each");
            }
        }
    }

    private void Tell(RunDocument[] runs, IReadOnlyList<ReportRow> rows, ExitCode code)
    {
        ReportTable.Write(output.Text, rows);
        output.Text.WriteLine($"{Summary.Counts(runs)}{(_written.Count == 0 ? "" : $"; wrote {string.Join(", ", _written)}")}");
        if ((options.Annotations ?? (IsInGitHubActions ? "github" : "none")) == "github")
        {
            // Not through the console, which breaks lines; with --json this is the standard error, which GitHub reads too.
            foreach (string line in Annotations.Of(rows))
            {
                output.Text.Profile.Out.Writer.WriteLine(line);
            }
        }

        output.Json(ReportDocument.Of(runs, rows, code, _written), ToolJson.Default.ReportDocument);
    }

    private void WriteSummary(RunDocument[] runs)
    {
        string? ofJob = IsInGitHubActions && variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } path ? Path.GetFullPath(path, folder) : null;
        if (options.Summary is { } named && Path.GetFullPath(named, folder) != ofJob)
        {
            Write(named, () => Summary.Of(runs));
        }
        else if (ofJob is not null)
        {
            JobSummary.Append(ofJob, runs);
            _written.Add("the job summary");
        }
    }

    private bool IsInGitHubActions => string.Equals(variable("GITHUB_ACTIONS"), "true", StringComparison.OrdinalIgnoreCase);

    private void Write(string? path, Func<string> text)
    {
        if (path is not null)
        {
            string full = Path.GetFullPath(path, folder);
            AtomicFile.WriteAllText(full, text());
            _written.Add(Path.GetRelativePath(folder, full));
        }
    }
}
