using System.Text.Json.Serialization;
using Perf.Metrics;
using Perf.Objectives;

namespace Perf.Benchmarks.Decisions;

/// <summary>What is asked of recorded processes.</summary>
/// <param name="LimitPercent">How much slower the head may be, in %.</param>
/// <param name="TolerancePercent">Half-width of the zone around the limit in which nothing is claimed, in %.</param>
/// <param name="Replays">At most so many verdicts of each of our rules a subject and true ratio.</param>
/// <param name="RunPairs">At most so many verdicts of each usual rule a subject and true ratio.</param>
/// <param name="Seed">The same seed gives the same figure.</param>
internal sealed record ReplayPlan(double LimitPercent, double TolerancePercent, int Replays, int RunPairs, int Seed)
{
    /// <summary>How long a run of the usual rules calls its subject, s.</summary>
    public double RunSeconds { get; init; } = 2.5;

    /// <summary>Whether the usual rules see CPU time of the thread instead of wall time.</summary>
    public bool RunsInCpuTime { get; init; }

    /// <summary>How many processes a baseline file is recorded from.</summary>
    public int RecordedProcesses { get; init; } = 5;

    /// <summary>head / base as it is, by which the head's times are multiplied.</summary>
    public static IReadOnlyList<double> TrueRatios { get; } = [1, 1.05, 1.08, 1.12, 1.15, 1.2, 1.3, 1.5];

    /// <summary>Whether it is asked what the promises are about.</summary>
    [JsonIgnore]
    public bool IsUsual => LimitPercent == 10 && TolerancePercent == 2;

    /// <summary>The promise that is judged.</summary>
    [JsonIgnore]
    public Objective Objective { get; } = new(
        Metric.Time,
        new Reading.BodyTime(),
        new Bound(BoundKind.RegressionPercent, LimitPercent),
        new Origin($"[MaxRegression({LimitPercent})]", Threshold: null),
        TolerancePercent);
}
