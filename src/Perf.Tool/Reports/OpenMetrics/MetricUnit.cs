namespace Perf.Tool.Reports.OpenMetrics;

/// <summary>Units of UCUM as OpenMetrics writes them at the end of a name.</summary>
internal static class MetricUnit
{
    /// <summary><c>seconds</c> for <c>s</c>, <c>per_second</c> for <c>{image}/s</c>; null for a plain number and for what has no usual name.</summary>
    public static string? Of(string ucum) => ucum switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "us" => "microseconds",
        "ns" => "nanoseconds",
        "By" => "bytes",
        "GiBy" => "gibibytes",
        "%" => "percent",
        _ when ucum.StartsWith('{') && ucum.EndsWith("}/s", StringComparison.Ordinal) => "per_second",
        "By/s" => "bytes_per_second",
        _ => null,
    };
}
