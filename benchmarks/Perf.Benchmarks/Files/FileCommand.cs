using System.CommandLine;
using System.Text.Json;
using Perf.Benchmarks.Figures;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Files;

/// <summary>What verdicts against a recorded baseline file come to: on unchanged code, and on code that does more.</summary>
internal static class FileCommand
{
    // Verdicts that tell enough: of unchanged code by far the most, then what must not be overlooked.
    private static readonly Dictionary<int, double> Enough =
        new() { [0] = 300, [10] = 24, [15] = 24, [20] = 96, [50] = 24 };

    public static Command Create()
    {
        SubjectOptions options = new("file");
        Option<FileInfo> baseline = new("--baseline")
        {
            Description = "The baseline file, recorded first where it is missing; remove it after a change.",
            DefaultValueFactory = _ => new FileInfo($"{SubjectOptions.Kept}/file.json"),
        };
        Option<bool> settle = new("--settle")
        {
            Description = "Let a duet beside the recorded build settle what the file leaves in doubt.",
        };
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Command command = new(
            "file", "Verdicts against a recorded baseline file, by dotnet test's own path, on a machine as noisy as it is.");
        foreach (Option option in options.All.Concat([baseline, settle, json]))
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            FigureRecord<SubjectVerdict> record = options.Record(parsed);
            Reference against = parsed.GetValue(settle) ? Reference.FileAndBuild : Reference.FileAlone;
            TimeSpan time = options.Time(parsed);
            if (time > TimeSpan.Zero)
            {
                SubjectBuilds builds = options.Builds(parsed);
                builds.Make(Enough.Keys);
                SubjectRuns runs = Runs(builds, new RecordedFile(parsed.GetRequiredValue(baseline).FullName), against);
                new Sitting(runs, record, Enough, options.WithHog(parsed)).Take(time);
            }

            return Tell(
                FileFigure.Of(against, [.. record.Read().Where(verdict => verdict.Against == against)]),
                parsed.GetValue(json));
        });
        return command;
    }

    private static SubjectRuns Runs(SubjectBuilds builds, RecordedFile file, Reference against)
    {
        if (!File.Exists(file.Location))
        {
            file.Record(SubjectBuilds.Tests(builds.Base));
        }

        string used = file.Used(maySettle: against == Reference.FileAndBuild);
        return new SubjectRuns(builds, against, (tests, filter) => tests.Against(used, filter))
        {
            RecordedAt = file.RecordedAt,
        };
    }

    private static int Tell(FileFigure figure, FileInfo? json)
    {
        FigureOutput.Widen();
        FileTables.Tell(figure);
        if (json is not null)
        {
            File.WriteAllText(json.FullName, JsonSerializer.Serialize(figure, FileJson.Default.FileFigure) + "\n");
        }

        return FigureOutput.Tell(figure.Promises);
    }
}
