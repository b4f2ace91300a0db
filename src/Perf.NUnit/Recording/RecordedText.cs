using Perf.Baselines;
using Perf.Controlled;
using Perf.Metrics;

namespace Perf.Recording;

/// <summary>Says what was recorded of a test: its values, its control and why that one, and what the series can tell.</summary>
internal static class RecordedText
{
    /// <summary>A line or more.</summary>
    /// <param name="test">The full name of the test.</param>
    /// <param name="launches">At least one launch.</param>
    /// <param name="series">The series made of them.</param>
    public static string Of(string test, IReadOnlyList<ControlledSamples> launches, IEnumerable<BaselineSeries> series)
    {
        IEnumerable<string> values = series.Select(one => $"{one.Metric} {Quantity.Of(one.Accepted, one.Unit)}{Resolution(one)}");
        return $"Perf: recorded {test}: {string.Join(", ", values)}; {launches.Count} launches beside {launches[0].Control.Name}{Why(launches)}";
    }

    private static string Resolution(BaselineSeries series) => series.ResolutionPercent is { } percent
        ? FormattableString.Invariant($" (resolves {percent:0.0} %)")
        : "";

    private static string Why(IReadOnlyList<ControlledSamples> launches)
    {
        TriedControl[] tried = [.. launches.SelectMany(launch => launch.Tried)];
        if (tried.Length < 2)
        {
            return "";
        }

        string others = string.Join(", ", tried.Skip(1).Select(other => FormattableString.Invariant($"{other.Control.Name} {other.Deviation * 100:0.0} %")));
        string chosen = FormattableString.Invariant($"varies by {tried[0].Deviation * 100:0.0} %");
        bool isOwnWorse = tried[0].IsOwn && tried.Skip(1).Any(other => other.Deviation < tried[0].Deviation);
        return $" (the ratio {chosen}; {others}{(isOwnWorse ? ": a built-in one follows more closely than the test's own" : "")})";
    }
}
