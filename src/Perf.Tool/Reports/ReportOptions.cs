namespace Perf.Tool.Reports;

/// <summary>What the user asks of <c>dotnet perf report</c>.</summary>
/// <param name="Runs">Records of runs: files, folders, patterns.</param>
internal sealed record ReportOptions(IReadOnlyList<string> Runs)
{
    /// <summary>The HTML file to write.</summary>
    public string? Html { get; init; }

    /// <summary>The Markdown file to write.</summary>
    public string? Summary { get; init; }

    /// <summary><c>github</c> or <c>none</c>; null for what suits the surroundings.</summary>
    public string? Annotations { get; init; }

    /// <summary>The OpenMetrics file to write.</summary>
    public string? OpenMetrics { get; init; }

    /// <summary>The collector of OpenTelemetry to send to.</summary>
    public string? Otlp { get; init; }

    /// <summary>The JUnit file to write.</summary>
    public string? JUnit { get; init; }

    /// <summary>The patch of baselines to write.</summary>
    public string? Patch { get; init; }

    /// <summary>Whether no output is named at all.</summary>
    public bool HasNoOutput => (Html, Summary, Annotations, OpenMetrics, Otlp, JUnit, Patch) is (null, null, null, null, null, null, null);
}
