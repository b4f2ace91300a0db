using Perf.Metrics;

namespace Perf.Objectives;

/// <summary>One promise: a metric, how it is read, its bound, and where that was said.</summary>
/// <param name="Metric">What is measured.</param>
/// <param name="Reading">How its value is taken from the samples of a launch.</param>
/// <param name="Bound">The limit.</param>
/// <param name="Origin">Where the limit was written.</param>
/// <param name="TolerancePercent">Half-width of the zone around the limit in which no verdict is claimed.</param>
public sealed record Objective(Metric Metric, Reading Reading, Bound Bound, Origin Origin, double TolerancePercent)
{
    /// <summary>
    /// The absolute limit that is enforced too while a regression has no usable baseline; null for other bounds and
    /// where the thresholds file has none.
    /// </summary>
    public Objective? Fallback { get; init; }

    /// <summary>The metric, and the instrument where it is read from one that the name does not say.</summary>
    public string MetricInWords => Reading is Reading.OfInstrument { Instrument: { } selector } && selector.ToString() != Metric.Name
        ? $"{Metric.Name} ({selector})"
        : Metric.Name;

    /// <summary>The metric as a heading, with the section of the test: <c>Validation time</c>.</summary>
    public string Title
    {
        get
        {
            string metric = Metric.Name.Replace('_', ' ');
            string name = Origin.Section is { } section && !metric.Contains(section, StringComparison.OrdinalIgnoreCase)
                ? $"{section} {metric}"
                : metric;
            string words = string.Join(' ', name.Split(' ').Select(word => word is "gpu" or "cpu" ? word.ToUpperInvariant() : word));
            return char.ToUpperInvariant(words[0]) + words[1..];
        }
    }
}
