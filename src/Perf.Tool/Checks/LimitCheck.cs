using System.Globalization;
using Perf.Baselines;
using Perf.Thresholds;
using Perf.Thresholds.Promises;
using Perf.Tool.TestAssemblies;

namespace Perf.Tool.Checks;

/// <summary>Whether a series is held to a limit, and to one that it can tell.</summary>
internal static class LimitCheck
{
    /// <summary>Why nothing limits a series; null where something does, or nobody can know.</summary>
    /// <param name="series">The series.</param>
    /// <param name="method">Its test as it was built; null where that is not known.</param>
    /// <param name="thresholds">The thresholds; null where they cannot be read.</param>
    /// <param name="environment">The environment.</param>
    public static string? WhyUnlimited(BaselineSeries series, TestMethod? method, ThresholdsFile? thresholds, string environment)
    {
        if (method is not null)
        {
            return method.Promises.Any(promise => promise.Metric == series.Metric)
                ? null
                : $"{series.Test} has no [MaxRegression] of its {series.Metric}, so nothing is judged against this series; declare one, or remove the series";
        }

        string key = ObjectiveTable.RegressionKey(series.Metric);
        return thresholds is null || thresholds.Find(key, null, environment).Outcome is LookupOutcome.Found or LookupOutcome.AmbiguousSection
            ? null
            : $"no section of {thresholds.Path} has {key}; unless [MaxRegression] of {series.Test} has a number, write one";
    }

    /// <summary>Why a change beyond the limit of a series cannot be told, as PERF1103 says it; null where it can, or nobody can know.</summary>
    /// <param name="series">The series.</param>
    /// <param name="method">Its test as it was built; null where that is not known.</param>
    /// <param name="thresholds">The thresholds; null where they cannot be read.</param>
    /// <param name="environment">The environment.</param>
    public static string? WhyUntold(BaselineSeries series, TestMethod? method, ThresholdsFile? thresholds, string environment)
    {
        if (thresholds is null
            || series.Metric == Metrics.Metric.AllocatedBytes.Name
            || series.ResolutionPercent is not { } resolution
            || LimitOf(series.Metric, method, thresholds, environment) is not { } limit)
        {
            return null;
        }

        return TellableLimit.CoarserThan(limit, thresholds.MeasurementNoisePercent(environment), resolution) is { } told
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{series.Test} promises at most {limit} % of {series.Metric}, but this series ({series.Launches.Count} {(series.Launches.Count == 1 ? "launch" : "launches")}) tells {told:0.#} % at best; allow more, or record it on a quieter machine")
            : null;
    }

    private static double? LimitOf(string metric, TestMethod? method, ThresholdsFile thresholds, string environment)
    {
        if (method is null)
        {
            return thresholds.Find(ObjectiveTable.RegressionKey(metric), null, environment).Threshold?.Value;
        }

        if (method.Promises.FirstOrDefault(promise => promise.Metric == metric) is not { } said)
        {
            return null;
        }

        KeyPromise promise = KeyPromises.Regression(metric, said.Percent);
        Agreement agreement = Agreement.Of(promise, thresholds, method.Section, environment);
        return agreement.Problem is null ? promise.Enforced(agreement.Threshold?.Value) : null;
    }
}
