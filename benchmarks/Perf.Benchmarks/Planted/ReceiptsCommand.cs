using System.CommandLine;
using System.Text.Json;
using Perf.Benchmarks.Figures;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Planted;

/// <summary>The receipts suite beside its own build or against a file of it: unchanged, and with more work in one stage at a time.</summary>
internal static class ReceiptsCommand
{
    // A file resolves less than a duet, and its tests are to be quick.
    private const double UsualPercent = 15;
    private const double UsualPercentOfFile = 20;
    private const double UsualBudgetOfFile = 15;

    public static Command Create()
    {
        Option<int> rounds = new("--rounds") { Description = "How often each build is judged.", DefaultValueFactory = _ => 3 };
        Option<double?> percent = new("--percent")
        {
            Description = $"How much more work is planted: {UsualPercent} unless said, {UsualPercentOfFile} with --file.",
        };
        Option<DirectoryInfo> copies = new("--copies")
        {
            Description = "Where copies of the sources are built and kept; remove it after a change.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Path.GetTempPath(), "perf-receipts")),
        };
        Option<bool> file = new("--file")
        {
            Description = "Judge against a file that is recorded of the base build first; unchanged code beside a hog too.",
        };
        Option<bool> settle = new("--settle")
        {
            Description = "With --file: let a duet beside the recorded build settle what the file leaves in doubt.",
        };
        Option<double?> budget = new("--budget")
        {
            Description = $"What a test may take for its verdicts, s: what is usual unless said, {UsualBudgetOfFile} with --file.",
        };
        Option<FileInfo?> json = new("--json") { Description = "Write the figure to this file too." };
        Command command = new(
            "receipts", "What the receipts suite says of its own build, and of more work planted in one stage.")
        {
            rounds, percent, copies, file, settle, budget, json,
        };
        command.SetAction(parsed =>
        {
            bool isFile = parsed.GetValue(file);
            Reference against = (isFile, parsed.GetValue(settle)) switch
            {
                (true, true) => Reference.FileAndBuild,
                (true, false) => Reference.FileAlone,
                _ => Reference.BaseBuild,
            };
            double more = parsed.GetValue(percent) ?? (isFile ? UsualPercentOfFile : UsualPercent);
            SuiteBuilds builds = new(parsed.GetRequiredValue(copies).FullName, more);
            builds.Make();
            SuiteRounds suite = isFile
                ? AgainstFile(builds, against, parsed.GetValue(budget) ?? UsualBudgetOfFile)
                : BesideBase(builds, parsed.GetValue(budget));
            return Tell(Measured(suite, against, more, parsed.GetValue(rounds), parsed.GetValue(json)));
        });
        return command;
    }

    private static SuiteRounds BesideBase(SuiteBuilds builds, double? budget) => new(
        builds,
        [false],
        (tests, filter) => (tests with { BudgetSeconds = budget }).Beside(builds.Base.Output, filter));

    private static SuiteRounds AgainstFile(SuiteBuilds builds, Reference against, double budget)
    {
        RecordedFile file = new(Path.Combine(builds.Folder, "receipts.json"));
        File.Delete(file.Location);
        file.Record(builds.Base.Tests);
        builds.ShareKeptBuilds();
        string used = file.Used(maySettle: against == Reference.FileAndBuild);
        return new SuiteRounds(
            builds, [false, true], (tests, filter) => (tests with { BudgetSeconds = budget }).Against(used, filter));
    }

    private static ReceiptsFigure Measured(SuiteRounds suite, Reference against, double percent, int rounds, FileInfo? json)
    {
        List<SuiteVerdict> verdicts = [];
        ReceiptsFigure figure = ReceiptsFigure.Of(against, percent, 0, verdicts);
        for (int round = 1; round <= rounds; round++)
        {
            verdicts.AddRange(suite.Verdicts(round));
            figure = ReceiptsFigure.Of(against, percent, round, verdicts);
            Write(figure, json);
        }

        return figure;
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
