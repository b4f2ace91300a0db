using System.Text.Json.Serialization;
using Perf.Duets;
using Perf.Judging;
using Perf.Measurement.Devices;
using Perf.Objectives;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Runs;

/// <summary>A judgement in <c>run.json</c>; numbers are in <paramref name="Unit"/> where nothing else is said.</summary>
public sealed record JudgementDocument(
    [property: JsonRequired] string Metric,
    [property: JsonRequired] string Unit,
    [property: JsonRequired] string Verdict,
    [property: JsonRequired] string Attribute,
    string? Threshold,
    double? Current,
    double? Limit,
    double? Baseline,
    string? BaselineSource,
    double? AllowedPercent,
    double? Ratio,
    Bounds? RatioBounds,
    double? SmallestDetectablePercent,
    int Launches,
    long Samples,
    double Seconds,
    bool Improved,
    string Reason)
{
    /// <summary>The metric as a heading, with the section of the test: <c>Validation time</c>.</summary>
    public string Title
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? Metric;
    } = Metric;

    /// <summary>Whether more is better or less.</summary>
    public Direction Better { get; init; }

    /// <summary>The time that was judged, <c>wall time</c> or <c>CPU time</c>; null where it is the metric's own.</summary>
    public string? Clock { get; init; }

    /// <summary>Half of the width of the zone around the limit in which no verdict is claimed, %.</summary>
    public double TolerancePercent { get; init; }

    /// <summary>The share of the samples that said nothing.</summary>
    public double SetAside { get; init; }

    /// <summary>Whether strict mode and the policy failed the test for want of a verdict.</summary>
    public bool HeldAgainst { get; init; }

    /// <summary>Where the attribute stands in the source; null where that is not known.</summary>
    public SourceLocation? Source { get; init; }

    /// <summary>The distribution of the baseline file, quantiles from the least to the largest value in equal steps; none where it has none.</summary>
    public IReadOnlyList<double> RecordedQuantiles
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>How much a duet varied; null where there was none.</summary>
    public DuetSpread? Spread { get; init; }

    /// <summary>What a comparison with a baseline file had to overcome; null where there was none.</summary>
    public ControlEvidence? Control { get; init; }

    /// <summary>How the accelerator worked in all launches; null where none was used, or it does not tell.</summary>
    public DeviceReport? Device { get; init; }

    /// <summary>The stages of the body that moved, the largest first; none where it is not known.</summary>
    public IReadOnlyList<StageShift> Stages
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>The verdict alone, without what qualifies it.</summary>
    /// <exception cref="ArgumentException">There is no such verdict.</exception>
    [JsonIgnore]
    public Verdict Kind => Enum.Parse<Verdict>(Word);

    /// <summary>Whether there is such a verdict.</summary>
    [JsonIgnore]
    public bool IsKnown => Enum.GetNames<Verdict>().Contains(Word);

    /// <summary>The place that decided the bound.</summary>
    [JsonIgnore]
    public string Place => Threshold ?? Attribute;

    /// <summary>The ratio to the limit, more is worse; null for what is exact.</summary>
    [JsonIgnore]
    public double? RatioToLimit => Ratio / Scale;

    /// <summary>The 99 % bounds of <see cref="RatioToLimit"/>.</summary>
    [JsonIgnore]
    public Bounds? RatioToLimitBounds => RatioBounds is { } bounds ? new Bounds(bounds.Lower / Scale, bounds.Upper / Scale) : null;

    private string Word => Verdict.Split(',', ':')[0];

    // A regression is told as a ratio to its baseline, turned so that more is worse.
    private double Scale => (AllowedPercent, Better) switch
    {
        (null, _) => 1,
        ({ } allowed, Direction.LowerIsBetter) => 1 + (allowed / 100),
        ({ } allowed, _) => 1 / (1 - (allowed / 100)),
    };

    /// <summary>The document of a judgement.</summary>
    public static JudgementDocument Of(Judgement judgement) => new(
        judgement.Objective.MetricInWords,
        judgement.Objective.Metric.Unit,
        judgement.VerdictInWords,
        judgement.Objective.Origin.Attribute,
        judgement.Objective.Origin.Threshold,
        judgement.Current,
        judgement.Limit,
        judgement.Baseline?.Value,
        judgement.Baseline?.Source,
        judgement.Baseline?.AllowedPercent,
        judgement.Ratio,
        judgement.RatioBounds,
        judgement.SmallestDetectablePercent,
        judgement.Launches,
        judgement.Samples,
        judgement.Seconds,
        judgement.IsImproved,
        judgement.Reason)
    {
        Title = judgement.Objective.Title,
        Better = judgement.Objective.Metric.Better,
        Clock = judgement.Decision is null || judgement.Objective.Metric.Unit != "s" ? null : judgement.Clock ?? "wall time",
        TolerancePercent = judgement.Objective.TolerancePercent,
        SetAside = judgement.SetAside,
        HeldAgainst = judgement.IsHeldAgainst,
        Source = judgement.Objective.Origin.Source,
        RecordedQuantiles = judgement.Baseline?.Quantiles ?? [],
        Spread = judgement.Spread,
        Control = judgement.Control,
        Device = judgement.Device,
        Stages = judgement.Stages,
    };
}
