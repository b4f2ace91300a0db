using System.CommandLine;
using Perf.Files;
using Perf.Runs;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Perf.Tool.Imports;
using Perf.Tool.Runs;
using Spectre.Console;

namespace Perf.Tool.Merges;

/// <summary><c>dotnet perf merge</c>: the runs of a CI matrix, and the shards of a suite, in one file.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        Argument<string[]> runs = new("runs") { Description = "Records of runs: run.json files, folders that hold any, or patterns with * and **; merged ones too.", Arity = ArgumentArity.OneOrMore };
        Option<string> to = new("--output", "-o") { HelpName = "file", Description = "The file to write.", Required = true };
        Option<bool> allow = new("--allow-missing") { Description = "Exit with 0 where a shard is missing." };
        return ToolCommand.Create(
            "merge",
            "Merges the runs of a CI matrix; shards of one suite become one run, others stay side by side.",
            [
                new Example("the shards of a suite", "dotnet perf merge shard-1/run.json shard-2/run.json --output runs.json"),
                new Example("what there is, a shard that failed to run left out", "dotnet perf merge shard-*/run.json --output runs.json --allow-missing"),
            ],
            [runs, to, allow],
            (parsed, output, _) => Task.FromResult(Merge(parsed.GetRequiredValue(runs), parsed.GetRequiredValue(to), parsed.GetValue(allow), output)));
    }

    private static ExitCode Merge(IReadOnlyList<string> paths, string to, bool isMissingAllowed, Output output)
    {
        // One by one, so that a file which is named twice is still the mistake that it is.
        string here = Directory.GetCurrentDirectory();
        IReadOnlyList<RunFile> files = RunFiles.Read(paths.SelectMany(path => RunPaths.Find([path], here)));
        IReadOnlyList<RunDocument> merged = RunMerge.Of(files);
        if (!MayGiveWay(to))
        {
            throw new ToolException($"{to} is there already and holds no runs: name another file, or remove it");
        }

        AtomicFile.WriteAllText(to, MergedDocument.Of(merged).ToJson());
        MergeReportDocument report = new(to, files.Count, merged.Count, merged.Sum(run => run.Tests.Count), RunMerge.Missing([.. files.Select(file => file.Run)]));
        output.Text.WriteLine($"{to}: {Counted(report.Runs, "run")} of {Counted(report.Files, "record")}, {Counted(report.Tests, "test")}");
        foreach (string missing in report.Missing)
        {
            output.Text.WriteLine(missing);
        }

        output.Json(report, ToolJson.Default.MergeReportDocument);
        return report.Missing.Count > 0 && !isMissingAllowed ? ExitCode.NotJudged : ExitCode.Pass;
    }

    // A baseline, for one, that was named by mistake; what a former merge left is written anew.
    private static bool MayGiveWay(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            return true;
        }

        try
        {
            return ForeignFile.Read(path).Is(RunFiles.Matches);
        }
        catch (PerfFileException)
        {
            return false;
        }
    }

    private static string Counted(int count, string name) => $"{count} {name}{(count == 1 ? "" : "s")}";
}
