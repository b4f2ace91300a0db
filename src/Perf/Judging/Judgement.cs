using Perf.Duets;
using Perf.Measurement.Devices;
using Perf.Objectives;
using Perf.Statistics;

namespace Perf.Judging;

/// <summary>A verdict with its evidence: all that a message or a report says of an objective.</summary>
/// <param name="Objective">What was promised.</param>
/// <param name="Verdict">What can be said of it.</param>
public sealed record Judgement(Objective Objective, Verdict Verdict)
{
    /// <summary>Why there is no other verdict, in words to act on; empty for a plain Pass.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The measured value, in the unit of the metric; null when nothing was measured.</summary>
    public double? Current { get; init; }

    /// <summary>The limit in force, in the unit of the metric.</summary>
    public double? Limit { get; init; }

    /// <summary>The baseline behind the limit; null for an absolute one.</summary>
    public BaselineEvidence? Baseline { get; init; }

    /// <summary>The ratio to the limit with its bounds; null for what is exact.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Processes that were asked.</summary>
    public int Launches { get; init; }

    /// <summary>Samples that they took; pairs of them in a duet.</summary>
    public long Samples { get; init; }

    /// <summary>The time that was judged, <c>wall time</c> or <c>CPU time</c>; null where it is the metric's own.</summary>
    public string? Clock { get; init; }

    /// <summary>The share of the samples that said nothing.</summary>
    public double SetAside { get; init; }

    /// <summary>How much a duet varied; null where there was none.</summary>
    public DuetSpread? Spread { get; init; }

    /// <summary>What a comparison with a baseline file had to overcome; null where there was none.</summary>
    public ControlEvidence? Control { get; init; }

    /// <summary>How the accelerator worked in all launches; null where none was used, or it does not tell.</summary>
    public DeviceReport? Device { get; init; }

    /// <summary>
    /// Whether an Inconclusive looks like a regression that its comparison may not call one: more launches would hardly change that.
    /// </summary>
    public bool IsSuspected { get; init; }

    /// <summary>The stages of the body that moved, the largest first; none where it is not known.</summary>
    public IReadOnlyList<StageShift> Stages { get; init; } = [];

    /// <summary>Seconds from the first launch to the verdict.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether a Pass is better than its baseline beyond noise.</summary>
    public bool IsImproved { get; init; }

    /// <summary>Whether a NotComparable is never red: the test, its version or its data is new, or the hardware is absent.</summary>
    public bool IsExempt { get; init; }

    /// <summary>Whether a NotComparable is for want of an accelerator.</summary>
    public bool LacksDevice { get; init; }

    /// <summary>Whether strict mode and the policy fail the test for want of a verdict.</summary>
    public bool IsHeldAgainst { get; init; }

    /// <summary>The verdict, with what qualifies it.</summary>
    public string VerdictInWords => this switch
    {
        { Verdict: Verdict.Pass, IsImproved: true } => "Pass, improved",
        { Verdict: Verdict.Inconclusive, IsSuspected: true } => "Inconclusive: suspected",
        { Verdict: Verdict.NotComparable, LacksDevice: true } => "NotComparable: no device",
        { Verdict: Verdict.NotComparable, IsExempt: true } => "NotComparable: new",
        _ => Verdict.ToString(),
    };

    /// <summary>The ratio to what a regression is told against, the baseline; to the limit otherwise.</summary>
    public double? Ratio => Decision?.Ratio * Scale;

    /// <summary>The 99 % bounds of <see cref="Ratio"/>.</summary>
    public Bounds? RatioBounds => Decision is { } d ? new Bounds(d.RatioBounds.Lower * Scale, d.RatioBounds.Upper * Scale) : null;

    /// <summary>The least change, in percent of the reference, that this run would have called a regression.</summary>
    public double? SmallestDetectablePercent => (Decision?.SmallestDetectableRatio * Scale) switch
    {
        null => null,
        { } ratio when Objective.Metric.Better == Thresholds.Direction.LowerIsBetter => (ratio - 1) * 100,
        { } ratio => (1 - (1 / ratio)) * 100,
    };

    // The rule sees ratios to the limit, turned so that more is worse; a regression is told as a ratio to its baseline.
    private double Scale => (Baseline, Objective.Metric.Better) switch
    {
        (null, _) => 1,
        (_, Thresholds.Direction.LowerIsBetter) => 1 + (Baseline.AllowedPercent / 100),
        _ => 1 / (1 - (Baseline.AllowedPercent / 100)),
    };
}
