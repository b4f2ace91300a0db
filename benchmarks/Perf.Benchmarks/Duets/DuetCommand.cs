using System.CommandLine;
using System.Diagnostics;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Duets;

/// <summary>What live duets come to: on unchanged code, and on code that does more.</summary>
internal static class DuetCommand
{
    /// <summary>The subcommand that keeps one core busy.</summary>
    public const string HogName = "hog";

    public static Command Create()
    {
        Option<double> minutes = new("--minutes") { Description = "How long to measure; 0 only tells what the record holds.", DefaultValueFactory = _ => 10 };
        Option<FileInfo> file = new("--record") { Description = "The record, which is added to.", DefaultValueFactory = _ => new FileInfo("artifacts/benchmarks/duet.jsonl") };
        Option<DirectoryInfo> builds = new("--builds") { Description = "Where builds are kept.", DefaultValueFactory = _ => new DirectoryInfo("artifacts/benchmarks/duet") };
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Command command = new("duet", "Verdicts of live duets, by dotnet test's own path, on a machine as noisy as it is.") { minutes, file, builds, json };
        command.SetAction(parsed =>
        {
            DuetRecord record = new(parsed.GetRequiredValue(file).FullName);
            new DuetRounds(new DuetBuilds(parsed.GetRequiredValue(builds).FullName), record).Run(TimeSpan.FromMinutes(parsed.GetValue(minutes)));
            return FigureOutput.Tell(DuetFigure.Of(record.Read()), parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>Keeps one core busy for a while.</summary>
    public static Command CreateHog()
    {
        Option<double> seconds = new("--seconds") { Required = true };
        Command command = new(HogName, "Keeps one core busy for a while.") { seconds };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            long start = Stopwatch.GetTimestamp();
            double sink = 0;
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < parsed.GetValue(seconds))
            {
                for (int step = 0; step < 1_000_000; step++)
                {
                    sink += Math.Sqrt(step);
                }
            }

            GC.KeepAlive(sink);
        });
        return command;
    }
}
