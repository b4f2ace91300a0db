using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Duets;

/// <summary>What live duets come to: on unchanged code, and on code that does more.</summary>
internal static class DuetCommand
{
    private const string Kept = "artifacts/benchmarks";

    public static Command Create()
    {
        Option<double> minutes = new("--minutes")
        {
            Description = "How long to measure; 0 only tells what the record holds.",
            DefaultValueFactory = _ => 10,
        };
        Option<FileInfo> file = new("--record")
        {
            Description = "The record, which is added to.",
            DefaultValueFactory = _ => new FileInfo($"{Kept}/duet.jsonl"),
        };
        Option<DirectoryInfo> builds = new("--builds")
        {
            Description = "Where builds are kept; remove it after a change.",
            DefaultValueFactory = _ => new DirectoryInfo($"{Kept}/duet"),
        };
        Option<bool> hog = new("--hog")
        {
            Description = "Keep one core busy in about half of the rounds; false for none.",
            DefaultValueFactory = _ => true,
        };
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Command command = new(
            "duet", "Verdicts of live duets, by dotnet test's own path, on a machine as noisy as it is.")
        {
            minutes, file, builds, hog, json,
        };
        command.SetAction(parsed =>
        {
            FigureRecord<DuetVerdict> record = new(parsed.GetRequiredValue(file).FullName, DuetJson.Default.DuetVerdict);
            TimeSpan time = TimeSpan.FromMinutes(parsed.GetValue(minutes));
            if (time > TimeSpan.Zero)
            {
                DuetBuilds made = new(parsed.GetRequiredValue(builds).FullName);
                made.Make(DuetRound.Levels);
                Sit(new DuetTestRun(made), record, time, parsed.GetValue(hog));
            }

            return Tell(DuetFigure.Of(record.Read()), parsed.GetValue(json));
        });
        return command;
    }

    // The round that runs when the time is over is finished.
    private static void Sit(DuetTestRun run, FigureRecord<DuetVerdict> record, TimeSpan time, bool withHog)
    {
        HashSet<string> subjects = [];
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            DuetRound round = DuetRound.Next(record.Read(), withHog, subjects);
            Console.WriteLine(round);
            IReadOnlyList<DuetVerdict> verdicts = run.Verdicts(round);
            record.Append(verdicts);
            subjects.UnionWith(verdicts.Select(verdict => verdict.Subject));
        }
    }

    private static int Tell(DuetFigure figure, FileInfo? json)
    {
        FigureOutput.Widen();
        DuetTables.Tell(figure);
        if (json is not null)
        {
            File.WriteAllText(json.FullName, JsonSerializer.Serialize(figure, DuetJson.Default.DuetFigure) + "\n");
        }

        return FigureOutput.Tell(figure.Promises);
    }
}
