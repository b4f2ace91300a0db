using System.CommandLine;
using Perf.Tool.CommandLine;

namespace Perf.Tool.Reports;

/// <summary><c>dotnet perf report</c>: what runs came to, for people, reviews and machines.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        Argument<string[]> runs = new("run")
        {
            Description = "Records of runs: run.json files, folders that hold any, or patterns with * and **; merged ones too.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> html = new("--html") { HelpName = "file", Description = "Write the report as one HTML file. Without any output option: report.html beside the first record." };
        Option<string?> summary = new("--summary") { HelpName = "file", Description = "Write the summary as Markdown. In GitHub Actions it is added to the job summary without this option." };
        Option<string?> annotations = new("--annotations") { Description = "github: print annotations on the lines of the promises, as is done in GitHub Actions without this option; none: print none." };
        annotations.AcceptOnlyFromAmong("github", "none");
        Option<string?> openMetrics = new("--openmetrics") { HelpName = "file", Description = "Write the numbers in the text format of OpenMetrics." };
        Option<string?> otlp = new("--otlp") { HelpName = "endpoint", Description = "Send the numbers to a collector of OpenTelemetry at this address; the OTEL_EXPORTER_OTLP_ variables say how." };
        Option<string?> junit = new("--junit") { HelpName = "file", Description = "Write the tests in the XML of JUnit, the evidence as properties." };
        Option<string?> patch = new("--patch") { HelpName = "file", Description = "Write what improved as a patch of the baseline files, for git apply; empty where nothing did." };
        return ToolCommand.Create(
            "report",
            "Tells what runs came to: worst first, as table, HTML, Markdown, annotations, JUnit, OpenMetrics, OpenTelemetry or patch.",
            [
                new Example("a page to read, report.html beside the record", "dotnet perf report artifacts/perf/Shop.Perf"),
                new Example("all runs of a CI matrix on one page", "dotnet perf report 'downloads/**/run.json' --html report.html"),
                new Example("for CI servers, and the baselines of what got faster", "dotnet perf report artifacts/perf --junit perf.xml --patch faster.patch && git apply --allow-empty faster.patch"),
                new Example("into a dashboard", "dotnet perf report artifacts/perf --otlp http://localhost:4318"),
            ],
            [runs, html, summary, annotations, openMetrics, otlp, junit, patch],
            (parsed, output, cancellation) => new ReportRun(
                new ReportOptions(parsed.GetRequiredValue(runs))
                {
                    Html = parsed.GetValue(html),
                    Summary = parsed.GetValue(summary),
                    Annotations = parsed.GetValue(annotations),
                    OpenMetrics = parsed.GetValue(openMetrics),
                    Otlp = parsed.GetValue(otlp),
                    JUnit = parsed.GetValue(junit),
                    Patch = parsed.GetValue(patch),
                },
                Directory.GetCurrentDirectory(),
                output,
                Environment.GetEnvironmentVariable,
                TimeProvider.System).Run(cancellation));
    }
}
