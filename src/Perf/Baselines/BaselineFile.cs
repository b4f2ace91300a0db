using System.Text.Json.Serialization;

namespace Perf.Baselines;

/// <summary>What was recorded of one environment on one kind of machine, to judge later runs against.</summary>
/// <param name="Environment">The environment (<c>cpu</c>, <c>gpu</c>); empty for the original shape.</param>
/// <param name="Machine">Where it was recorded; null for the original shape.</param>
/// <param name="Series">One series for each test and metric; none for the original shape.</param>
public sealed record BaselineFile(
    [property: JsonRequired] string Environment,
    Fingerprint? Machine,
    [property: JsonRequired] IReadOnlyList<BaselineSeries> Series)
{
    /// <summary>The schema that this version writes, and the newest that it reads.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>
    /// The one number of the original shape, <c>analysis.validation_time.total_seconds</c>, s: it holds for the time of
    /// any test; null for recorded baselines.
    /// </summary>
    [JsonIgnore]
    public double? OriginalTotalSeconds { get; init; }

    /// <summary>Whether the file is of the original shape: one number, no machine, no launches.</summary>
    [JsonIgnore]
    public bool IsOriginalShape => OriginalTotalSeconds is not null;

    /// <summary>The series of a test and a metric, or null when there is none.</summary>
    public BaselineSeries? Find(string test, string metric) =>
        Series.FirstOrDefault(series => series.Key == (test, metric));
}
