using System.Globalization;

namespace Perf.Thresholds.Promises;

/// <summary>Why a promise cannot be kept, in the same words at compile time and at run time.</summary>
/// <param name="Kind">What sort of thing is wrong.</param>
/// <param name="Message">What is wrong and what to do; no full stop.</param>
/// <param name="Candidates">Names that may have been meant, or sections to choose from.</param>
public sealed record PromiseProblem(PromiseProblemKind Kind, string Message, IReadOnlyList<string> Candidates)
{
    /// <summary>A limit on a noisy regression must leave the zone in which no verdict is claimed; null where it does.</summary>
    /// <param name="percent">The limit in force.</param>
    /// <param name="tolerancePercent">The half-width of the zone.</param>
    public static PromiseProblem? OfTolerance(double percent, double tolerancePercent) => percent > tolerancePercent
        ? null
        : new PromiseProblem(
            PromiseProblemKind.NotAboveTolerance,
            string.Format(
                CultureInfo.InvariantCulture,
                "a regression limit of {0} % is not above tolerance.measurement_noise_pct ({1} %): unchanged code would "
                    + "leave the pass zone; raise the limit, or lower the tolerance",
                percent,
                tolerancePercent),
            []);

    internal static PromiseProblem OutOfRange(PromiseArgument argument) => new(
        PromiseProblemKind.OutOfRange,
        string.Format(
            CultureInfo.InvariantCulture,
            "{0}{1} is out of range: it must be {2}",
            argument.Name is null ? "" : argument.Name + " = ",
            argument.Value,
            argument.Range),
        []);

    internal static PromiseProblem KeyDoesNotFit(string message) => new(PromiseProblemKind.KeyDoesNotFit, message, []);

    internal static PromiseProblem Of(PromiseProblemKind kind, string message, ThresholdLookup lookup) =>
        new(kind, message, lookup.Candidates);
}
