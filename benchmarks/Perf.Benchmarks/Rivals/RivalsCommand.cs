using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Perf.Benchmarks.Figures;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Rivals;

/// <summary>The same work gated by the usual rules and by ours, in turn.</summary>
internal static class RivalsCommand
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
            DefaultValueFactory = _ => new FileInfo($"{Kept}/rivals.jsonl"),
        };
        Option<DirectoryInfo> builds = new("--builds")
        {
            Description = "Where builds are kept; remove it after a change.",
            DefaultValueFactory = _ => new DirectoryInfo($"{Kept}/duet"),
        };
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Command command = new("rivals", "False alarms, misses and seconds of the usual rules and of ours.")
        {
            minutes, file, builds, json,
        };
        command.SetAction(parsed =>
        {
            FigureRecord<RivalVerdict> record = new(parsed.GetRequiredValue(file).FullName, RivalJson.Default.RivalVerdict);
            TimeSpan time = TimeSpan.FromMinutes(parsed.GetValue(minutes));
            if (time > TimeSpan.Zero)
            {
                SubjectBuilds made = new(parsed.GetRequiredValue(builds).FullName);
                made.Make(RivalRound.Levels);
                BenchmarkDotNetRival.Make();
                Sit([new DuetRival(SubjectRuns.BesideBase(made)), new SequentialRival(made)], record, time);
            }

            return Tell(RivalsFigure.Of(record.Read()), parsed.GetValue(json));
        });
        return command;
    }

    // The round that runs when the time is over is finished.
    private static void Sit(IReadOnlyList<IRival> quick, FigureRecord<RivalVerdict> record, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            IReadOnlyList<RivalVerdict> seen = record.Read();
            RivalRound round = RivalRound.Next(seen);
            List<IRival> rivals = [.. quick];
            if (IsBenchmarkDotNetsTurn(seen, round))
            {
                rivals.Add(new BenchmarkDotNetRival());
            }

            Console.WriteLine($"{round.ExtraWorkPercent} % more work{(round.IsBesideHog ? ", beside a hog" : "")}");
            Random.Shared.Shuffle(CollectionsMarshal.AsSpan(rivals));
            rivals.ForEach(rival => record.Append(rival.Verdicts(round)));
        }
    }

    // It takes as long as many of the others' rounds: every second one is enough.
    private static bool IsBenchmarkDotNetsTurn(IReadOnlyList<RivalVerdict> seen, RivalRound round)
    {
        RivalVerdict[] such = [.. seen.Where(round.Has)];
        return such.Count(verdict => verdict.Rule == BenchmarkDotNetRival.Rule) * 2
            <= such.Count(verdict => verdict.Rule == DuetRival.Rule);
    }

    private static int Tell(RivalsFigure figure, FileInfo? json)
    {
        FigureOutput.Widen();
        RivalsTable.Tell(figure);
        if (json is not null)
        {
            File.WriteAllText(json.FullName, JsonSerializer.Serialize(figure, RivalJson.Default.RivalsFigure) + "\n");
        }

        return FigureOutput.Tell(figure.Promises);
    }
}
