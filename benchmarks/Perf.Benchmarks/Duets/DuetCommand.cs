using System.CommandLine;
using System.Text.Json;
using Perf.Benchmarks.Figures;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Duets;

/// <summary>What live duets come to: on unchanged code, and on code that does more.</summary>
internal static class DuetCommand
{
    // Verdicts that tell enough: of unchanged code by far the most, since a false alarm is what must not be.
    private static readonly Dictionary<int, double> Enough =
        new() { [0] = 300, [5] = 24, [8] = 24, [12] = 24, [15] = 24, [20] = 24, [50] = 24 };

    public static Command Create()
    {
        SubjectOptions options = new("duet");
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Command command = new(
            "duet", "Verdicts of live duets, by dotnet test's own path, on a machine as noisy as it is.");
        foreach (Option option in options.All.Append(json))
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            FigureRecord<SubjectVerdict> record = options.Record(parsed);
            TimeSpan time = options.Time(parsed);
            if (time > TimeSpan.Zero)
            {
                SubjectBuilds builds = options.Builds(parsed);
                builds.Make(Enough.Keys);
                new Sitting(SubjectRuns.BesideBase(builds), record, Enough, options.WithHog(parsed)).Take(time);
            }

            return Tell(
                DuetFigure.Of([.. record.Read().Where(verdict => verdict.Against == Reference.BaseBuild)]),
                parsed.GetValue(json));
        });
        return command;
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
