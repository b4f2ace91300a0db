using System.Text.Json.Serialization;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Planted;

/// <summary>What the receipts suite says of its own build, unchanged and with more work in one stage.</summary>
/// <param name="MeasuredAt">When.</param>
/// <param name="Percent">How much more work.</param>
/// <param name="Rounds">How often each build was judged.</param>
/// <param name="Rows">A row a promise.</param>
/// <param name="Verdicts">Every verdict.</param>
/// <param name="Promises">What is promised of them.</param>
internal sealed record ReceiptsFigure(
    DateTimeOffset MeasuredAt,
    double Percent,
    int Rounds,
    IReadOnlyList<SuiteRow> Rows,
    IReadOnlyList<SuiteVerdict> Verdicts,
    IReadOnlyList<FigurePromise> Promises)
{
    private const string Red = "Regressed";

    /// <summary>The figure of some rounds.</summary>
    public static ReceiptsFigure Of(double percent, int rounds, IReadOnlyList<SuiteVerdict> verdicts)
    {
        SuiteVerdict[] unchanged = [.. verdicts.Where(verdict => verdict.Planted is null)];
        string[] watching = [.. Planting.All.Select(planting => planting.Test)];

        // A stage that does as much as before; the whole loop may well notice what another one does.
        SuiteVerdict[] elsewhere = [.. verdicts.Where(verdict => verdict is { Planted: { } planted, IsOfBase: true }
            && watching.Contains(verdict.Test)
            && Planting.All.Single(planting => planting.Stage == planted).Test != verdict.Test)];
        return new ReceiptsFigure(
            TimeProvider.System.GetUtcNow(),
            percent,
            rounds,
            [.. SuiteRow.From(verdicts)],
            verdicts,
            [
                new FigurePromise($"not green of {unchanged.Length} verdicts on unchanged code", unchanged.Count(IsNotGreen), 0, ""),
                .. Planting.All.Select(planting => OfStage(planting, rounds, verdicts)),
                new FigurePromise($"red of {elsewhere.Length} verdicts on the stages beside", elsewhere.Count(IsRed), 0, ""),
            ]);
    }

    private static FigurePromise OfStage(Planting planting, int rounds, IReadOnlyList<SuiteVerdict> verdicts) => new(
        $"more work in {planting.Stage}, and {planting.Test} is not red or does not name it first in Where",
        rounds - verdicts.Count(verdict => verdict.Planted == planting.Stage
            && verdict is { Test: { } test, IsOfBase: true, Where: [{ Stage: { } first }, ..] }
            && IsRed(verdict) && test == planting.Test && first == planting.Stage),
        0,
        "");

    private static bool IsRed(SuiteVerdict verdict) => verdict.Verdict == Red;

    private static bool IsNotGreen(SuiteVerdict verdict) => !verdict.Verdict.StartsWith("Pass", StringComparison.Ordinal);
}

/// <summary>Serialises the figure without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    WriteIndented = true)]
[JsonSerializable(typeof(ReceiptsFigure))]
internal sealed partial class ReceiptsJson : JsonSerializerContext;
