using System.CommandLine;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Suite;

/// <summary>What Perf adds to a run of NUnit before the first test, after the last, and for the reports.</summary>
internal static class SuiteCommand
{
    private const double MostSeconds = 0.5;

    // A busy neighbour multiplies wall time and leaves this nearly alone.
    private const string CpuSeconds = "s CPU";

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
        List<double> wall = [];
        List<double> plain = [];
        List<double> promising = [];
        List<double> starts = [];
        List<double> ends = [];
        SuiteProcess.Run(SuiteRun.Plain, folder);
        for (int round = 0; round < rounds; round++)
        {
            (double Seconds, double[] CpuSeconds) without = SuiteProcess.Run(SuiteRun.Plain, folder);
            (double Seconds, double[] CpuSeconds) with = SuiteProcess.Run(SuiteRun.Promising, folder);
            double[] stages = SuiteProcess.Run(SuiteRun.Stages, folder).CpuSeconds;
            wall.Add(with.Seconds - without.Seconds);
            plain.Add(without.CpuSeconds[0]);
            promising.Add(with.CpuSeconds[0]);
            starts.Add(stages[0]);
            ends.Add(stages[1]);
        }

        double[] differences = [.. promising.Zip(plain, (with, without) => with - without)];
        double[] sums = [.. starts.Zip(ends, (start, end) => start + end)];
        FigureRow added = FigureRow.Of(WholeRun, "added by Perf", CpuSeconds, differences);
        string suite = $"{SuiteRound.Tests} tests";
        FigureRow both = FigureRow.Of($"{suite}: start and end", "Perf", CpuSeconds, sums);
        return Figure.Of(
            "suite",
            [
                FigureRow.Of(WholeRun, "plain NUnit", CpuSeconds, plain),
                FigureRow.Of(WholeRun, "the same body with a promise", CpuSeconds, promising),
                added,
                FigureRow.Of(WholeRun, "added by Perf", "s wall", wall),
                FigureRow.Of($"{suite}: settings, thresholds, fingerprint, baseline read", "Perf", CpuSeconds, starts),
                FigureRow.Of($"{suite}: run.json and summary.md written", "Perf", CpuSeconds, ends),
                both,
            ],
            new FigurePromise("added to a run of one test", added.Median, MostSeconds, CpuSeconds),
            new FigurePromise($"start and end of a run of {suite}", both.Median, MostSeconds, CpuSeconds));
    }
}
