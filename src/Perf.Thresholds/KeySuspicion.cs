namespace Perf.Thresholds;

/// <summary>
/// Says what is wrong with a key that is none of the named ones. The grammar admits any metric, so a slip in a named key
/// would otherwise be a key that nobody reads.
/// </summary>
internal static class KeySuspicion
{
    /// <summary>The kind of problem and its message; null for a key of an instrument in good order.</summary>
    public static (ThresholdProblemKind Kind, string Message)? Of(string key)
    {
        string shown = ThresholdsReader.Short(key);
        if (UnitSuffix.Of(key) is { } unit && NamedWithAnotherUnit(key, unit) is { Count: > 0 } named)
        {
            return (ThresholdProblemKind.UnknownUnit, $"{shown} is of the wrong unit: write {string.Join(" or ", named)}");
        }

        IReadOnlyList<string> near = Spelling.Nearest(key, ObjectiveTable.FixedKeys);
        if (near.Count > 0)
        {
            return (ThresholdProblemKind.UnknownKey, $"there is no key {shown} (did you mean {string.Join(" or ", near)}?)");
        }

        if (ObjectiveTable.ForKey(key) is not null)
        {
            return null;
        }

        bool limit = key.StartsWith("max_", StringComparison.Ordinal) || key.StartsWith("min_", StringComparison.Ordinal);
        return limit && UnitSuffix.Of(key) is null
            ? (ThresholdProblemKind.UnknownUnit, $"{shown} ends with no known unit: end it with one of {string.Join(", ", UnitSuffix.All.Select(u => u.Suffix))}")
            : (ThresholdProblemKind.UnknownKey, $"there is no key {shown}: write max_<metric>_<unit>, min_<metric>_<unit>, <metric>_regression_threshold_pct, or one of {string.Join(", ", ObjectiveTable.FixedKeys)}");
    }

    // max_time_ms: the named key of that metric is in seconds.
    private static List<string> NamedWithAnotherUnit(string key, UnitSuffix unit)
    {
        string stem = key.Substring(0, key.Length - unit.Suffix.Length);
        return [.. ObjectiveTable.FixedKeys.Where(named =>
            named != key && UnitSuffix.Of(named) is { } other && named.Substring(0, named.Length - other.Suffix.Length) == stem)];
    }
}
