using Perf.Baselines;

namespace Perf.Tool.Comparisons;

/// <summary>Matches the series of two files by test and metric.</summary>
internal static class Comparison
{
    /// <summary>Compares two files.</summary>
    /// <exception cref="ToolException">They have nothing in common.</exception>
    public static ComparisonDocument Of(SeriesSource a, SeriesSource b)
    {
        ILookup<(string, string), (BaselineSeries Series, IReadOnlyDictionary<string, string> Machine)> first = a.All.ToLookup(one => one.Series.Key);
        ILookup<(string, string), (BaselineSeries Series, IReadOnlyDictionary<string, string> Machine)> second = b.All.ToLookup(one => one.Series.Key);
        SeriesComparison[] series =
        [
            .. b.All.Where(one => first.Contains(one.Series.Key))
                .Select(one => SeriesComparer.Compare(LikeIt(first[one.Series.Key], one.Machine), one))
                .OrderByDescending(one => one.Bounds?.Lower ?? one.Ratio ?? double.NegativeInfinity)
                .ThenBy(one => one.Test, StringComparer.Ordinal)
                .ThenBy(one => one.Metric, StringComparer.Ordinal),
        ];
        return series.Length > 0
            ? new ComparisonDocument(a.Path, b.Path, series, Only(a, second), Only(b, first))
            : throw new ToolException(
                $"{a.Path} ({a.Kind}) and {b.Path} ({b.Kind}) have no test and metric in common; the first has {Some(a)}, the second {Some(b)}");
    }

    // Of merged runs the one of the same machine, where there is one.
    private static (BaselineSeries Series, IReadOnlyDictionary<string, string> Machine) LikeIt(
        IEnumerable<(BaselineSeries Series, IReadOnlyDictionary<string, string> Machine)> candidates, IReadOnlyDictionary<string, string> machine) =>
        candidates.MaxBy(one => one.Machine.Count(fact => machine.TryGetValue(fact.Key, out string? other) && other == fact.Value));

    private static string[] Only(SeriesSource source, ILookup<(string, string), (BaselineSeries Series, IReadOnlyDictionary<string, string> Machine)> other) =>
        [.. source.All.Where(one => !other.Contains(one.Series.Key)).Select(one => $"{one.Series.Test}, {one.Series.Metric}").Distinct()];

    private static string Some(SeriesSource source)
    {
        const int Most = 3;
        string[] names = [.. source.All.Select(one => $"{one.Series.Test}, {one.Series.Metric}").Distinct()];
        return names.Length == 0 ? "none" : string.Join("; ", names.Take(Most)) + (names.Length > Most ? $" and {names.Length - Most} more" : "");
    }
}
