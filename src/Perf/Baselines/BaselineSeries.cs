using System.Text.Json;
using System.Text.Json.Serialization;
using MathNet.Numerics.Statistics;

namespace Perf.Baselines;

/// <summary>What was recorded of one metric of one test.</summary>
/// <param name="Test">The full name of the test.</param>
/// <param name="Metric">The name of the metric.</param>
/// <param name="Unit">The unit of all values here, as UCUM writes it.</param>
/// <param name="Accepted">The value to judge against, in <paramref name="Unit"/>; it never moves by itself.</param>
/// <param name="Version">The version of the test, <c>[PerfVersion]</c>, from 1: another one voids the series.</param>
/// <param name="Data">The hash of the test's data: another one voids the series; null when it names none.</param>
/// <param name="Commit">The short hash of the commit it was recorded from; null when unknown.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Launches">One for each process that recorded it.</param>
public sealed record BaselineSeries(
    [property: JsonRequired] string Test,
    [property: JsonRequired] string Metric,
    [property: JsonRequired] string Unit,
    [property: JsonRequired] double Accepted,
    [property: JsonRequired] int Version,
    string? Data,
    string? Commit,
    [property: JsonRequired] DateTimeOffset RecordedAt,
    [property: JsonRequired] IReadOnlyList<BaselineLaunch> Launches)
{
    /// <summary>How many launches a series keeps: those of later runs take the place of the oldest.</summary>
    public const int MostLaunches = 10;

    /// <summary>The control that its launches were measured beside; null where there was none.</summary>
    public AcceptedControl? Control { get; init; }

    /// <summary>The build it was recorded from, as <c>.perf/builds</c> knows it; null where none was kept.</summary>
    public string? Build { get; init; }

    /// <summary>
    /// How far above the lower edge of a limit's zone a change must lie, in percent of the baseline, for five launches to tell it
    /// from this series; null without a control.
    /// </summary>
    public double? ResolutionPercent { get; init; }

    /// <summary>What the stages of the body took; null where it publishes no durations, or no control was there.</summary>
    public IReadOnlyList<RecordedStage>? Stages { get; init; }

    /// <summary>That a person accepted it from a run, and why; null for a series as it was recorded.</summary>
    public Acceptance? Acceptance { get; init; }

    /// <summary>Whether its launches were measured beside a control, so that later ones can be compared with them.</summary>
    [JsonIgnore]
    public bool IsControlled => Control is not null;

    /// <summary>What a file may hold only once.</summary>
    [JsonIgnore]
    public (string Test, string Metric) Key => (Test, Metric);

    /// <summary>
    /// The distribution of the recorded values, each quantile the median over the launches that have it; none where no launch does.
    /// </summary>
    public IReadOnlyList<double> Quantiles()
    {
        IReadOnlyList<double>[] launches =
            [.. Launches.Select(launch => launch.Quantiles).Where(quantiles => quantiles.Count == BaselineLaunch.QuantileCount)];
        return launches.Length == 0
            ? []
            : [.. Enumerable.Range(0, BaselineLaunch.QuantileCount).Select(step => launches.Select(quantiles => quantiles[step]).Median())];
    }

    // Fields of a later version with the same schema: kept, so that rewriting a file loses none of them.
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }
}
