using System.Globalization;
using System.Text.RegularExpressions;

namespace Perf.Thresholds.Reading;

/// <summary>
/// The grammar of keys: the named ones, <c>&lt;metric&gt;_regression_threshold_pct</c>,
/// <c>max_&lt;metric&gt;_&lt;unit&gt;</c> and <c>min_&lt;metric&gt;_&lt;unit&gt;</c>.
/// </summary>
internal static class KeyGrammar
{
    // A shorter name has neighbours that are words of their own (time, tile): there only a letter too many, too few or
    // swapped counts.
    private const int LeastLengthToCallATypo = 6;

    private static readonly Regex Words = new(@"\A[a-z][a-z0-9]*(_[a-z0-9]+)*\z", RegexOptions.CultureInvariant);

    private static readonly ObjectiveKind[] Named = [.. ObjectiveTable.Kinds.Where(kind => !kind.IsPattern)];

    private static readonly Dictionary<string, ObjectiveKind> ByKey =
        Named.ToDictionary(kind => kind.Key, StringComparer.Ordinal);

    // max_gpu_memory -> max_gpu_memory_pct and max_gpu_memory_gb: the units in which a named metric may be bounded.
    private static readonly ILookup<string, ObjectiveKind> ByStem =
        Named.Where(kind => IsBound(kind.Key)).ToLookup(kind => SplitUnit(kind.Key).Stem, StringComparer.Ordinal);

    public static KeyReading Read(string key)
    {
        if (ByKey.TryGetValue(key, out ObjectiveKind? named))
        {
            return KeyReading.Of(named);
        }

        if (key.Length > Excerpt.LongestName || !Words.IsMatch(key))
        {
            return Unknown(key);
        }

        if (key.EndsWith(ObjectiveTable.RegressionSuffix, StringComparison.Ordinal))
        {
            return Regression(key);
        }

        return IsBound(key) ? Bound(key) : Unknown(key);
    }

    private static KeyReading Regression(string key)
    {
        string metric = key.Substring(0, key.Length - ObjectiveTable.RegressionSuffix.Length);
        ObjectiveKind pattern = Pattern("MaxRegression");
        return KeyReading.Of(pattern with { Key = key, IsPattern = false, Noisy = metric is "gpu_time" or "throughput" });
    }

    private static KeyReading Bound(string key)
    {
        (string stem, string word) = SplitUnit(key);
        if (ByStem.Contains(stem))
        {
            string wanted = string.Join(" or ", ByStem[stem].Select(kind => kind.Key));
            return KeyReading.Wrong(
                ThresholdProblemKind.WrongUnit,
                $"has the wrong unit '{word}'; write {wanted}, and its number in that unit");
        }

        if (UnitSuffix.Of(key) is not { } unit)
        {
            return UnitSuffix.WantedInsteadOf(word) is { } instead
                ? KeyReading.Wrong(
                    ThresholdProblemKind.WrongUnit,
                    $"ends in the unknown unit '{word}'; write {stem}_{instead}, and its number in that unit")
                : Unknown(key);
        }

        if (stem is "max" or "min")
        {
            return Unknown(key);
        }

        if (IsTailRatio(key))
        {
            return KeyReading.Of(Pattern("MaxTailRatio") with { Key = key, IsPattern = false });
        }

        ObjectiveKind? meant = Named.FirstOrDefault(kind => IsTypoOf(stem, unit, kind));
        return meant is null
            ? KeyReading.Of(Pattern(key.StartsWith("max_", StringComparison.Ordinal) ? "MaxMetric" : "MinMetric") with
            {
                Key = key,
                Unit = unit.Unit,
                IsPattern = false,
            })
            : KeyReading.Wrong(ThresholdProblemKind.UnknownKey, $"is no known key; did you mean {meant.Key}?");
    }

    // min_hit_rte_pct would be a metric of its own by the grammar, and its number would bound nothing.
    private static bool IsTypoOf(string stem, UnitSuffix unit, ObjectiveKind kind)
    {
        if (!IsBound(kind.Key) || !kind.Key.EndsWith("_" + unit.Word, StringComparison.Ordinal))
        {
            return false;
        }

        string meant = SplitUnit(kind.Key).Stem;
        bool isLong = meant.Length >= "max_".Length + LeastLengthToCallATypo;
        return Spelling.Distance(stem, meant, most: 1) <= 1
            && (isLong || stem.Length != meant.Length || stem.OrderBy(c => c).SequenceEqual(meant.OrderBy(c => c)));
    }

    private static bool IsTailRatio(string key)
    {
        Match match = Regex.Match(
            key, @"\Amax_p([0-9]{2})(?:_([0-9]{1,6}))?_to_mean_ratio\z", RegexOptions.CultureInvariant);
        return match.Success
            && double.TryParse(
                match.Groups[1].Value + "." + match.Groups[2].Value + "0",
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out double percentile)
            && percentile > 50;
    }

    private static KeyReading Unknown(string key)
    {
        string canonical = key.Replace('-', '_').Replace(' ', '_').ToLowerInvariant();
        string? meant = Spelling.Nearest(canonical, Named.Select(kind => kind.Key)).FirstOrDefault();
        if (meant is not null)
        {
            return KeyReading.Wrong(ThresholdProblemKind.UnknownKey, $"is no known key; did you mean {meant}?");
        }

        return IsBound(key)
            ? KeyReading.Wrong(
                ThresholdProblemKind.WrongUnit,
                "does not end in a metric and a known unit; end it with one of "
                    + string.Join(", ", UnitSuffix.All.Select(unit => unit.Word)))
            : KeyReading.Wrong(
                ThresholdProblemKind.UnknownKey,
                "is no known key; write max_<metric>_<unit>, min_<metric>_<unit> or <metric>_regression_threshold_pct "
                    + "in small letters, or remove it");
    }

    private static bool IsBound(string key) =>
        key.StartsWith("max_", StringComparison.Ordinal) || key.StartsWith("min_", StringComparison.Ordinal);

    private static ObjectiveKind Pattern(string attribute) =>
        ObjectiveTable.Kinds.First(kind => kind.IsPattern && kind.Attribute == attribute);

    // The last word, or the last two of a rate (per_second, per_minute), whether it is a unit or not.
    private static (string Stem, string Word) SplitUnit(string key)
    {
        int end = key.LastIndexOf('_');
        int per = key.LastIndexOf("_per_", StringComparison.Ordinal);
        int start = per > 0 && per + "_per".Length == end ? per : end;
        return (key.Substring(0, start), key.Substring(start + 1));
    }
}
