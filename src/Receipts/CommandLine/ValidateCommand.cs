using System.CommandLine;
using System.Text.Json;
using Receipts.Images;
using Receipts.Model;
using Receipts.Validation;

namespace Receipts.CommandLine;

/// <summary><c>validate</c>: says how well the detector does, and how fast.</summary>
internal static class ValidateCommand
{
    private const int MostSyntheticReceipts = 10_000;

    /// <summary>Makes the command.</summary>
    /// <param name="load">Loads the detector.</param>
    public static Command Create(Func<string?, DetectorDevice, IDetector> load)
    {
        var data = new Option<string?>("--data")
        {
            Description = "Folder of receipts, NNN.jpg beside NNN.csv; without it synthetic ones.",
            HelpName = "DIR",
        };
        Option<int> count = CommonOptions.Number(
            "--count", "How many synthetic receipts.", new SyntheticOptions().Count, 1, MostSyntheticReceipts);
        Option<int> batch =
            CommonOptions.Number("--batch", "Receipts in a batch.", new ValidationOptions().BatchSize, 1, 1024);
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var common = new CommonOptions();
        var command = new Command(
            "validate", "Prints precision, recall and their harmonic mean, and how long each stage takes.")
        {
            data,
            count,
            batch,
            json,
        };
        common.AddTo(command);
        command.SetAction(parsed =>
        {
            string? folder = parsed.GetValue(data);
            IReadOnlyList<Receipt> receipts = folder is null
                ? SyntheticReceipts.Create(new SyntheticOptions { Count = parsed.GetValue(count) })
                : SroieFolder.Load(folder);
            var options =
                new ValidationOptions { Side = parsed.GetValue(common.Side), BatchSize = parsed.GetValue(batch) };
            using IDetector detector = common.Load(parsed, load);
            ValidationResult result = ValidationProgress.Run(detector, receipts, options);
            ValidationReport report = ValidationReport.Of(folder ?? "synthetic", options.Side, result);
            Print(report, parsed.GetValue(json), parsed.InvocationConfiguration.Output);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(ValidationReport report, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(report, ValidationReportJson.Default.ValidationReport));
            return;
        }

        FormattableString[] lines =
        [
            $"hmean      {report.HarmonicMean:0.0000}",
            $"precision  {report.Precision:0.0000}, recall {report.Recall:0.0000}",
            $"lines      {report.Matched} of {report.Expected} found, {report.Found - report.Matched} boxes are none",
            $"cores      {report.CoreRecall:0.0000} of the lines are marked by the network itself",
            $"batches    {report.Batches}, mean {1000 * report.MeanBatchSeconds:0.0} ms",
            $"           p95 {1000 * report.Percentile95BatchSeconds:0.0} ms",
            $"pace       {report.Images} images, {report.ImagesPerSecond:0.0} a second",
            .. report.StageSecondsPerImage.Select(
                stage => (FormattableString)$"  {stage.Key,-13}{1000 * stage.Value,8:0.00} ms an image"),
        ];
        foreach (FormattableString line in lines)
        {
            output.WriteLine(FormattableString.Invariant(line));
        }
    }
}
