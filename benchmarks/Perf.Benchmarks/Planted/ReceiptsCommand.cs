using System.CommandLine;
using System.Text.Json;
using Perf.Benchmarks.Duets;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Planted;

/// <summary>The receipts suite beside its own build: unchanged, and with more work in one stage at a time.</summary>
internal static class ReceiptsCommand
{
    public static Command Create()
    {
        Option<int> rounds = new("--rounds") { Description = "How often each build is judged.", DefaultValueFactory = _ => 3 };
        Option<double> percent = new("--percent") { Description = "How much more work is planted.", DefaultValueFactory = _ => 15 };
        Option<DirectoryInfo> copies = new("--copies")
        {
            Description = "Where copies of the sources are built and kept; remove it after a change.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Path.GetTempPath(), "perf-receipts")),
        };
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Command command = new(
            "receipts", "What the receipts suite says of its own build, and of more work planted in one stage.")
        {
            rounds, percent, copies, json,
        };
        command.SetAction(parsed =>
        {
            SuiteBuilds builds = new(parsed.GetRequiredValue(copies).FullName, parsed.GetValue(percent));
            builds.Make();
            List<SuiteVerdict> verdicts = [];
            ReceiptsFigure figure = ReceiptsFigure.Of(parsed.GetValue(percent), 0, verdicts);
            for (int round = 1; round <= parsed.GetValue(rounds); round++)
            {
                verdicts.AddRange(Round(round, builds));
                figure = ReceiptsFigure.Of(parsed.GetValue(percent), round, verdicts);
                Write(figure, parsed.GetValue(json));
            }

            return Tell(figure);
        });
        return command;
    }

    // All of the suite unchanged; of the planted builds what is judged against the base build.
    private static List<SuiteVerdict> Round(int round, SuiteBuilds builds)
    {
        List<SuiteVerdict> verdicts = Judged(round, null, new BuiltTests(builds.Unchanged.Assembly, builds.Base.Output), null);
        string besideBase = BuiltTests.Named(verdicts.Where(verdict => verdict.IsOfBase).Select(verdict => verdict.Test).Distinct());
        foreach (Planting planting in Planting.All)
        {
            BuiltTests tests = new(builds.With(planting).Assembly, builds.Base.Output);
            verdicts.AddRange(Judged(round, planting.Stage, tests, besideBase));
        }

        return verdicts;
    }

    private static List<SuiteVerdict> Judged(int round, string? stage, BuiltTests tests, string? filter)
    {
        List<SuiteVerdict> verdicts = [.. SuiteVerdict.Of(stage, tests.Run(filter))];
        string counts = string.Join(", ", verdicts.CountBy(verdict => verdict.Verdict).Select(count => $"{count.Value} {count.Key}"));
        Console.WriteLine($"round {round}, {stage ?? "unchanged"}: {counts}");
        return verdicts;
    }

    private static void Write(ReceiptsFigure figure, FileInfo? json)
    {
        if (json is not null)
        {
            File.WriteAllText(json.FullName, JsonSerializer.Serialize(figure, ReceiptsJson.Default.ReceiptsFigure) + "\n");
        }
    }

    private static int Tell(ReceiptsFigure figure)
    {
        FigureOutput.Widen();
        ReceiptsTable.Tell(figure);
        return FigureOutput.Tell(figure.Promises);
    }
}
