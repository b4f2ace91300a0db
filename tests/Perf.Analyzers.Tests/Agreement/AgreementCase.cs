namespace Perf.Analyzers.Tests.Agreement;

/// <summary>An attribute as somebody might write it.</summary>
/// <param name="Attribute">The attribute with its arguments.</param>
/// <param name="Section">The section; null without one.</param>
internal sealed record AgreementCase(string Attribute, string? Section)
{
    private static readonly string[] Numbers =
    [
        "0", "-1", "0.5", "1", "2", "2.1", "50", "79", "80", "99", "100", "100.5", "300", "1e300",
        "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "double.Epsilon", "-0.0",
    ];

    private static readonly string?[] Sections = [null, "a", "b", "empty", "nowhere"];

    private static readonly string[] Keys =
    [
        "max_load_ms", "a.max_load_ms", "a.max_laod_ms", "nowhere.max_load_ms", "b.min_hmean_score", "min_hmean_score",
        "a.max_time_seconds", "a.time_regression_threshold_pct", "max_depth_count", "", "a.", ".max_load_ms",
    ];

    /// <summary>All attributes, each with every number, property and key, in every section.</summary>
    public static IReadOnlyList<AgreementCase> All { get; } =
        [.. Attributes().Distinct().SelectMany(attribute => Sections.Select(section => new AgreementCase(attribute, section)))];

    public override string ToString() => Section is null ? $"[{Attribute}]" : $"[Section(\"{Section}\"), {Attribute}]";

    private static IEnumerable<string> Attributes()
    {
        foreach (string name in new[] { "MaxRegression", "MaxDuration", "MinThroughput", "MaxTailRatio", "MaxGpuMemory", "MaxCpuMemory", "MinCacheHitRate" })
        {
            yield return name;
            foreach (string number in Numbers)
            {
                yield return $"{name}({number})";
            }
        }

        yield return "MaxAllocations";
        foreach (string bytes in new[] { "0", "1", "-1", "9007199254740992", "9007199254740993", "long.MaxValue" })
        {
            yield return $"MaxAllocations({bytes})";
        }

        foreach (string number in Numbers)
        {
            yield return $"MaxGpuMemory(Gigabytes = {number})";
            yield return $"MaxGpuMemory(50, Gigabytes = {number})";
            yield return $"MaxTailRatio(Percentile = {number})";
            yield return $"MaxTailRatio(1.5, Percentile = {number})";
            yield return $"MaxRegression({number}, Metric = \"allocated_bytes\")";
            yield return $"MaxRegression({number}, Metric = \"gpu_time\")";
            yield return $"MaxRegression({number}, Metric = \"throughput\")";
            yield return $"MaxRegression({number}, Metric = \"app.score\")";
            yield return $"MaxMetric(\"app.score\", {number})";
            yield return $"MinMetric(\"app.score\", {number})";
        }

        foreach (string batches in new[] { "-2", "-1", "0", "7", "int.MaxValue", "int.MinValue" })
        {
            yield return $"MinCacheHitRate(WarmupBatches = {batches})";
        }

        foreach (string metric in new[] { "allocated_bytes", "throughput", "app.score" })
        {
            yield return $"MaxRegression(Metric = \"{metric}\")";
        }

        foreach (string attribute in new[] { "MaxMetric", "MinMetric" })
        {
            yield return $"{attribute}(\"app.score\")";
            foreach (string key in Keys)
            {
                yield return $"{attribute}(\"app.score\", Key = \"{key}\")";
                yield return $"{attribute}(\"app.score\", 0.5, Key = \"{key}\")";
            }
        }
    }
}
