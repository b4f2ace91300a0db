using System.CommandLine;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Perf.Tool.Imports;
using Spectre.Console;

namespace Perf.Tool.Baselines;

/// <summary><c>dotnet perf baseline import</c>: another program's numbers as a baseline.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        Argument<string> file = new("file") { Description = "BenchmarkDotNet's *-report-full.json (--exporters fulljson), or the original's baseline_metrics.json." };
        Option<string?> to = new("--output", "-o") { HelpName = "file", Description = "The baseline to write; <environment>.json of the nearest folder without it." };
        Option<string> environment = new("--environment") { HelpName = "name", Description = "The environment of the baseline.", DefaultValueFactory = _ => "cpu" };
        Option<string[]> benchmark = new("--benchmark") { HelpName = "part", Description = "Import only benchmarks with this in their name, parameters or job.", DefaultValueFactory = _ => [] };
        Option<string[]> map = new("--map") { HelpName = "benchmark=test", Description = "The test that a benchmark is for: Benchmark=Namespace.Class.Test.", DefaultValueFactory = _ => [] };
        Option<string?> mapFile = new("--map-file") { HelpName = "file", Description = "A file with such an entry a line." };
        Option<string[]> test = new("--test") { Description = "The tests that the one number of baseline_metrics.json is for.", DefaultValueFactory = _ => [] };
        Option<bool> same = new("--same-machine") { Description = "The numbers are of the kind of machine that the baseline was recorded on." };
        return ToolCommand.Create(
            "import",
            "Makes a baseline of what another program measured; says what that does not tell.",
            [
                new Example("benchmarks as baselines of tests", "dotnet perf baseline import Shop.Sorting-report-full.json --map Sorting.Sorts=Shop.Perf.SortingTests.Sorts"),
                new Example("the original's one number", "dotnet perf baseline import baseline_metrics.json --test Shop.Perf.ValidationTests.Validates"),
            ],
            [file, to, environment, benchmark, map, mapFile, test, same],
            (parsed, output, _) => Task.FromResult(Import(
                new ImportOptions(
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(to),
                    parsed.GetRequiredValue(environment),
                    parsed.GetValue(benchmark) ?? [],
                    parsed.GetValue(map) ?? [],
                    parsed.GetValue(mapFile),
                    parsed.GetValue(test) ?? [],
                    parsed.GetValue(same)),
                output)));
    }

    private static ExitCode Import(ImportOptions options, Output output)
    {
        string here = Directory.GetCurrentDirectory();
        string path = options.Output ?? Path.GetRelativePath(here, BaselineFolder.Find(here).FileOf(options.Environment));
        Imported imported = Importing.Of(options);
        ImportWriter.Write(path, imported, options);
        SeriesDocument[] series = [.. imported.Series.Select(one => SeriesDocument.Of(path, one))];
        SeriesTable.Write(output.Text, series);
        foreach (string note in imported.Notes)
        {
            output.Text.WriteLine($"note: {note}");
        }

        output.Json(new ImportDocument(path, series, imported.Notes), ToolJson.Default.ImportDocument);
        return ExitCode.Pass;
    }
}
