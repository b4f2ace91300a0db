using System.CommandLine;
using System.Text.Json;
using Perf.Benchmarks.Figures;
using Perf.Files;

namespace Perf.Benchmarks.Decisions;

/// <summary>What the usual rules and ours say of recorded processes of unchanged code, and of code that is slower.</summary>
internal static class DecisionsCommand
{
    public static Command Create()
    {
        Option<DirectoryInfo> traces = new("--traces")
        {
            Description = "The folder of the recordings: adjacent, duets, launches, luck and pairs, each .csv or .csv.gz.",
            Required = true,
        };
        Option<int> replays = Number(
            "--replays", "At most so many verdicts of each of our rules a subject and true ratio.", 3000);
        Option<int> runPairs = Number(
            "--run-pairs", "At most so many verdicts of each usual rule a subject and true ratio.", 500);
        Option<int> recorded = Number("--recorded", "How many processes a baseline file is recorded from.", 5);
        Option<int> seed = Number("--seed", "The same seed gives the same figure.", 1);
        Option<double> seconds = Number("--seconds", "How long a run of the usual rules calls its subject, s.", 2.5);
        Option<double> limit = Number("--limit", "How much slower the head may be, %.", 10.0);
        Option<double> tolerance = Number("--tolerance", "Half-width of the zone around the limit, %.", 2.0);
        Option<bool> cpu = new("--cpu") { Description = "The usual rules see CPU time of the thread, not wall time." };
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Command command = new(
            "decisions", "False alarms, misses and seconds of the usual rules and of ours on recorded processes.")
        {
            traces, replays, runPairs, recorded, seed, seconds, limit, tolerance, cpu, json,
        };
        command.SetAction(parsed =>
        {
            ReplayPlan plan = new(
                parsed.GetValue(limit),
                parsed.GetValue(tolerance),
                parsed.GetValue(replays),
                parsed.GetValue(runPairs),
                parsed.GetValue(seed))
            {
                RunSeconds = parsed.GetValue(seconds),
                RunsInCpuTime = parsed.GetValue(cpu),
                RecordedProcesses = parsed.GetValue(recorded),
            };
            return Tell(parsed.GetRequiredValue(traces), plan, parsed.GetValue(json));
        });
        return command;
    }

    private static Option<T> Number<T>(string name, string description, T usual)
        where T : IComparable<T>
    {
        Option<T> option = new(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>().CompareTo(default) <= 0)
            {
                result.AddError($"{name} must be above 0.");
            }
        });
        return option;
    }

    private static int Tell(DirectoryInfo traces, ReplayPlan plan, FileInfo? json)
    {
        if (plan.TolerancePercent >= plan.LimitPercent)
        {
            Console.Error.WriteLine(
                "--tolerance must be below --limit: unchanged code would lie in the zone that is not judged.");
            return 1;
        }

        DecisionsFigure figure;
        try
        {
            figure = DecisionsFigure.Of(traces, plan);
        }
        catch (PerfFileException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }

        FigureOutput.Widen();
        DecisionsTables.Tell(figure);
        if (json is not null)
        {
            File.WriteAllText(
                json.FullName, JsonSerializer.Serialize(figure, DecisionsJson.Default.DecisionsFigure) + "\n");
        }

        return FigureOutput.Tell(figure.Promises);
    }
}
