using System.CommandLine;
using Perf.Metrics;
using Perf.Tool.Acceptances;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Perf.Tool.Runs;
using Spectre.Console;

namespace Perf.Tool.Baselines;

/// <summary><c>dotnet perf baseline accept</c>: what a run measured is the baseline from now on, for a reason.</summary>
internal static class AcceptCommand
{
    public static Command Create()
    {
        Argument<string> run = new("run") { Description = "The run.json that shows the change, or merged runs." };
        Option<string[]> test = new("--test") { Description = "A test: its full name, Class.Method, or a part that no other has.", AllowMultipleArgumentsPerToken = true };
        Option<bool> all = new("--all") { Description = "All tests of the run that are compared with a baseline." };
        Option<string> reason = new("--reason") { HelpName = "text", Description = "Why the change is accepted; it is kept in the file.", Required = true };
        Option<string?> baseline = new("--baseline") { HelpName = "file", Description = "The baseline to write; without it the one that the run was judged against, else <environment>.json of the nearest folder." };
        Option<bool> replace = new("--replace") { Description = "Let a baseline of another kind of machine give way as a whole." };
        Command command = ToolCommand.Create(
            "accept",
            "Makes what a run measured the baseline of its tests, with the reason kept in the file.",
            [
                new Example("one test", "dotnet perf baseline accept artifacts/perf/Shop.Perf/run.json --test SortingTests.Sorts --reason \"sorts stably now\""),
                new Example("all tests of a run", "dotnet perf baseline accept run.json --all --reason \"new runtime\""),
            ],
            [run, test, all, reason, baseline, replace],
            (parsed, output, _) => Task.FromResult(Accept(
                parsed.GetRequiredValue(run),
                parsed.GetValue(all) ? null : parsed.GetValue(test) ?? [],
                parsed.GetRequiredValue(reason).Trim(),
                parsed.GetValue(baseline),
                parsed.GetValue(replace),
                output)));
        command.Validators.Add(result =>
        {
            bool isAll = result.GetValue(all);
            if (isAll == (result.GetValue(test) is { Length: > 0 }))
            {
                result.AddError(isAll ? "say --test or --all, not both" : "say which tests: --test NAME, or --all");
            }

            if (string.IsNullOrWhiteSpace(result.GetValue(reason)))
            {
                result.AddError("--reason says why the change is accepted: write it for who reads the file in a year");
            }
        });
        return command;
    }

    private static ExitCode Accept(string run, IReadOnlyList<string>? names, string reason, string? baseline, bool isReplacing, Output output)
    {
        IReadOnlyList<ChosenTest> chosen = TestChoice.Of(RunFiles.Read([run]), names);
        ILookup<string, ChosenTest> byFile = chosen.ToLookup(one => baseline ?? FileOf(run, one.File));
        if (baseline is not null && chosen.Select(one => one.File.Run.Environment).Distinct().Count() > 1)
        {
            throw new ToolException("the runs are of several environments, and a baseline is of one: leave out --baseline");
        }

        Accepting accepting = new(reason, TimeProvider.System.GetUtcNow(), isReplacing);
        AcceptedChange[] changes = [.. byFile.SelectMany(file => accepting.Write(file.Key, [.. file]))];
        Write(changes, output.Text);
        output.Json(new AcceptDocument(reason, changes), ToolJson.Default.AcceptDocument);
        return ExitCode.Pass;
    }

    // What the run was judged against is what the next one is; where there was nothing, near the user, else near the run.
    private static string FileOf(string run, RunFile file)
    {
        string here = Directory.GetCurrentDirectory();
        if (RunBaseline.Find(file, here) is { } judged)
        {
            return Path.GetRelativePath(here, judged);
        }

        BaselineFolder folder = BaselineFolder.TryFind(here)
            ?? BaselineFolder.TryFind(Path.GetDirectoryName(Path.GetFullPath(run))!)
            ?? throw new ToolException($"there is no folder of baselines at or above {here}, nor above {run}: name the file by --baseline");
        return Path.GetRelativePath(here, folder.FileOf(file.Run.Environment));
    }

    private static void Write(IReadOnlyList<AcceptedChange> changes, IAnsiConsole console)
    {
        foreach (AcceptedChange change in changes)
        {
            string now = Quantity.Of(change.Accepted, change.Unit);
            console.WriteLine(change.Previous is { } previous
                ? $"{change.Test}, {change.Metric}: {Quantity.Of(previous, change.Unit)} → {now}{Change(previous, change.Accepted)}"
                : $"{change.Test}, {change.Metric}: {now}, new");
        }

        foreach (IGrouping<string, AcceptedChange> file in changes.GroupBy(change => change.File))
        {
            console.WriteLine($"{file.Key}: {file.Count()} series accepted");
        }
    }

    private static string Change(double previous, double now) => previous > 0 ? $" ({Quantity.Percent(100 * ((now / previous) - 1))})" : "";
}
