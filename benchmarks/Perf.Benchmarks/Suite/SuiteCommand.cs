using System.CommandLine;
using System.Globalization;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Suite;

/// <summary>What Perf adds to a run of NUnit before the first test, after the last, and for the reports.</summary>
internal static class SuiteCommand
{
    private const double MostSeconds = 0.5;
    private const string WholeRun = "whole process, one test, everything but measuring";

    public static Command Create() => FigureCommand.Create(
        "suite", "Seconds that Perf adds to a test run at its start, its end and for reports.", 11, Measure);

    /// <summary>The fresh process that one round of the figure is.</summary>
    public static Command CreateChild()
    {
        Argument<SuiteRun> run = new("run");
        Command command = new("suite-round", "One round of the figure suite, in a process of its own.")
        {
            Hidden = true,
        };
        command.Add(run);
        command.SetAction(parsed => SuiteRound.Run(parsed.GetValue(run)));
        return command;
    }

    private static Figure Measure(int rounds)
    {
        using SuiteFolder folder = SuiteFolder.Create();
        List<double> plain = [];
        List<double> promising = [];
        List<double> starts = [];
        List<double> ends = [];
        SuiteProcess.Run(SuiteRun.Plain, folder);
        for (int round = 0; round < rounds; round++)
        {
            plain.Add(SuiteProcess.Run(SuiteRun.Plain, folder).Seconds);
            promising.Add(SuiteProcess.Run(SuiteRun.Promising, folder).Seconds);
            string[] told = SuiteProcess.Run(SuiteRun.Stages, folder).Output.Split(' ');
            starts.Add(double.Parse(told[0], CultureInfo.InvariantCulture));
            ends.Add(double.Parse(told[1], CultureInfo.InvariantCulture));
        }

        double[] differences = [.. promising.Zip(plain, (with, without) => with - without)];
        double[] sums = [.. starts.Zip(ends, (start, end) => start + end)];
        FigureRow added = FigureRow.Of(WholeRun, "added by Perf", "s", differences);
        string suite = $"{SuiteRound.Tests} tests";
        FigureRow stages = FigureRow.Of($"{suite}: start and end", "Perf", "s", sums);
        return Figure.Of(
            "suite",
            [
                FigureRow.Of(WholeRun, "plain NUnit", "s", plain),
                FigureRow.Of(WholeRun, "the same body with a promise", "s", promising),
                added,
                FigureRow.Of($"{suite}: settings, thresholds, fingerprint, baseline read", "Perf", "s", starts),
                FigureRow.Of($"{suite}: run.json and summary.md written", "Perf", "s", ends),
                stages,
            ],
            new FigurePromise("added to a run of one test", added.Median, MostSeconds, "s"),
            new FigurePromise($"start and end of a run of {suite}", stages.Median, MostSeconds, "s"));
    }
}
