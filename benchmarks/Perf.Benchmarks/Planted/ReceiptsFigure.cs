using System.Text.Json.Serialization;
using Perf.Benchmarks.Figures;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Planted;

/// <summary>What the receipts suite says of its own build, unchanged and with more work in one stage.</summary>
/// <param name="MeasuredAt">When.</param>
/// <param name="Against">Whether beside the base build, or against a file that was recorded of it.</param>
/// <param name="Percent">How much more work.</param>
/// <param name="Rounds">How often each build was judged.</param>
/// <param name="Counts">How often there was which verdict.</param>
/// <param name="Rows">A row a promise.</param>
/// <param name="Verdicts">Every verdict.</param>
/// <param name="Promises">What is promised of them.</param>
internal sealed record ReceiptsFigure(
    DateTimeOffset MeasuredAt,
    Reference Against,
    double Percent,
    int Rounds,
    IReadOnlyList<SuiteCount> Counts,
    IReadOnlyList<SuiteRow> Rows,
    IReadOnlyList<SuiteVerdict> Verdicts,
    IReadOnlyList<FigurePromise> Promises)
{
    /// <summary>The figure of some rounds.</summary>
    public static ReceiptsFigure Of(Reference against, double percent, int rounds, IReadOnlyList<SuiteVerdict> verdicts) => new(
        TimeProvider.System.GetUtcNow(),
        against,
        percent,
        rounds,
        [.. SuiteCount.From(verdicts)],
        [.. SuiteRow.From(verdicts)],
        verdicts,
        [.. ReceiptsPromises.Of(against, rounds, verdicts)]);
}

/// <summary>Serialises the figure without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ReceiptsFigure))]
internal sealed partial class ReceiptsJson : JsonSerializerContext;
