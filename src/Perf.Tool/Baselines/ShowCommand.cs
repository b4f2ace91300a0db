using System.CommandLine;
using Perf.Baselines;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Spectre.Console;

namespace Perf.Tool.Baselines;

/// <summary><c>dotnet perf baseline show</c>: what is accepted, since when, and how sharply it can be judged.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        Argument<string?> file = new("file") { Description = "A baseline; all of the nearest folder without it.", Arity = ArgumentArity.ZeroOrOne };
        return ToolCommand.Create(
            "show",
            "Shows the series of baselines: what is accepted, how much its launches differ, which change it can tell.",
            [
                new Example("all baselines of the nearest folder", "dotnet perf baseline show"),
                new Example("one of them, for a script", "dotnet perf baseline show baselines/cpu.json --json"),
            ],
            [file],
            (parsed, output, _) => Task.FromResult(Show(parsed.GetValue(file), output)));
    }

    private static ExitCode Show(string? named, Output output)
    {
        SeriesDocument[] series = [.. BaselineFolder.Chosen(named, Directory.GetCurrentDirectory()).SelectMany(file => Of(file, output))];
        SeriesTable.Write(output.Text, series);
        output.Json(new SeriesListDocument(series), ToolJson.Default.SeriesListDocument);
        return ExitCode.Pass;
    }

    private static IEnumerable<SeriesDocument> Of(string path, Output output)
    {
        BaselineFile file = BaselineReader.Read(path);
        if (file.OriginalTotalSeconds is { } seconds)
        {
            output.Text.WriteLine($"{path}: {Metrics.Quantity.Seconds(seconds)} for the time of any test, an absolute limit; dotnet perf baseline import makes series of it");
        }
        else if (file.Series.Count == 0)
        {
            output.Text.WriteLine($"{path}: no series");
        }

        return file.Series.Select(series => SeriesDocument.Of(path, series));
    }
}
