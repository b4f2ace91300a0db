using System.Text.Json.Serialization;
using Receipts.Validation;

namespace Receipts.CommandLine;

/// <summary>What <c>validate --json</c> prints.</summary>
/// <param name="Data">The folder, or "synthetic".</param>
/// <param name="Side">Longest side of the detector's input in pixels.</param>
/// <param name="Images">Images validated.</param>
/// <param name="HarmonicMean">0 to 1.</param>
/// <param name="Precision">0 to 1.</param>
/// <param name="Recall">0 to 1.</param>
/// <param name="Expected">Lines of the ground truth.</param>
/// <param name="Found">Boxes found.</param>
/// <param name="Matched">Boxes that are lines.</param>
/// <param name="CoreRecall">Share of the lines whose core the probability map marks, 0 to 1.</param>
/// <param name="Batches">How many batches there were.</param>
/// <param name="MeanBatchSeconds">Mean seconds of a batch.</param>
/// <param name="Percentile95BatchSeconds">95 of 100 batches took no longer.</param>
/// <param name="ImagesPerSecond">Images a second.</param>
/// <param name="StageSecondsPerImage">Mean seconds that an image spends in each stage, by the stage's name.</param>
public sealed record ValidationReport(
    string Data,
    int Side,
    int Images,
    double HarmonicMean,
    double Precision,
    double Recall,
    int Expected,
    int Found,
    int Matched,
    double CoreRecall,
    int Batches,
    double MeanBatchSeconds,
    double Percentile95BatchSeconds,
    double ImagesPerSecond,
    IReadOnlyDictionary<string, double> StageSecondsPerImage)
{
    /// <summary>Makes the report of a result.</summary>
    /// <param name="data">The folder, or "synthetic".</param>
    /// <param name="side">Longest side of the detector's input in pixels.</param>
    /// <param name="result">The result.</param>
    public static ValidationReport Of(string data, int side, ValidationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ValidationTimings timings = result.Timings;
        return new ValidationReport(
            data,
            side,
            timings.Images,
            result.HarmonicMean,
            result.Precision,
            result.Recall,
            result.Score.Counts.Expected,
            result.Score.Counts.Found,
            result.Score.Counts.Matched,
            result.Score.CoreRecall,
            timings.BatchSeconds.Count,
            timings.MeanBatchSeconds,
            timings.Percentile95BatchSeconds,
            timings.ImagesPerSecond,
            ValidationStages.All.ToDictionary(ValidationStages.NameOf, timings.SecondsPerImage));
    }
}

/// <summary>How reports become JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ValidationReport))]
public sealed partial class ValidationReportJson : JsonSerializerContext;
