using Perf.Benchmarks.Figures;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Planted;

/// <summary>What is promised of the receipts suite.</summary>
internal static class ReceiptsPromises
{
    /// <summary>What is promised against a reference.</summary>
    /// <param name="against">The base build, or a file that was recorded of it.</param>
    /// <param name="rounds">How often each build was judged.</param>
    /// <param name="verdicts">Every verdict.</param>
    public static IEnumerable<FigurePromise> Of(Reference against, int rounds, IReadOnlyList<SuiteVerdict> verdicts)
    {
        SuiteVerdict[] unchanged = [.. verdicts.Where(verdict => verdict.Planted is null)];
        SuiteVerdict[] elsewhere = [.. verdicts.Where(IsElsewhere)];
        FigurePromise redElsewhere = new(
            $"red of {elsewhere.Length} verdicts on the stages beside", elsewhere.Count(verdict => verdict.IsRed), 0, "");
        return against == Reference.BaseBuild
            ?
            [
                new FigurePromise(
                    $"not green of {unchanged.Length} verdicts on unchanged code", unchanged.Count(verdict => !verdict.IsGreen), 0, ""),
                .. Planting.All.Select(planting => new FigurePromise(
                    $"more work in {planting.Stage}, and {planting.Test} is not red or does not name it first in Where",
                    rounds - verdicts.Count(verdict => IsOf(planting, verdict) && verdict.IsRed && IsNamed(verdict)),
                    0,
                    "")),
                redElsewhere,
            ]
            :
            [
                new FigurePromise(
                    $"red of {unchanged.Length} verdicts on unchanged code", unchanged.Count(verdict => verdict.IsRed), 0, ""),
                .. Planting.All.Select(planting => new FigurePromise(
                    $"more work in {planting.Stage}, and {planting.Test} passes",
                    verdicts.Count(verdict => IsOf(planting, verdict) && verdict.IsGreen),
                    0,
                    "")),
                .. Planting.All.Select(planting => new FigurePromise(
                    $"more work in {planting.Stage}, and {planting.Test} is red and does not name it first in Where",
                    verdicts.Count(verdict => IsOf(planting, verdict) && verdict.IsRed && !IsNamed(verdict)),
                    0,
                    "")),
                redElsewhere,
            ];
    }

    private static bool IsOf(Planting planting, SuiteVerdict verdict) =>
        verdict.IsOfBase && verdict.Planted == planting.Stage && verdict.Test == planting.Test;

    private static bool IsNamed(SuiteVerdict verdict) => verdict.Where is [{ Stage: { } first }, ..] && first == verdict.Planted;

    // A stage that does as much as before; the whole loop may well notice what another one does.
    private static bool IsElsewhere(SuiteVerdict verdict) => verdict is { Planted: not null, IsOfBase: true }
        && Planting.All.Any(planting => planting.Test == verdict.Test && planting.Stage != verdict.Planted);
}
