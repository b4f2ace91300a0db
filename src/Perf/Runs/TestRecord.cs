using Perf.Baselines;
using Perf.Controlled;
using Perf.Duets;
using Perf.Judging;
using Perf.Measurement;

namespace Perf.Runs;

/// <summary>One test of a run: what was said of it, and the samples behind that.</summary>
/// <param name="Test">The test.</param>
/// <param name="Judgements">One an objective, in the order of the attributes.</param>
/// <param name="Launches">What each process measured; the first is the test host itself.</param>
/// <param name="Error">Why it could not be measured; null otherwise.</param>
public sealed record TestRecord(
    TestReference Test,
    IReadOnlyList<Judgement> Judgements,
    IReadOnlyList<LaunchSamples> Launches,
    string? Error = null)
{
    /// <summary>What each process measured of both builds; none without a base build.</summary>
    public IReadOnlyList<DuetSamples> Duets { get; init; } = [];

    /// <summary>What each process measured beside a control; none where no baseline file was compared with.</summary>
    public IReadOnlyList<ControlledSamples> Controlled { get; init; } = [];

    /// <summary>What a baseline file would hold of the test by these launches; none where nothing is compared with one.</summary>
    public IReadOnlyList<BaselineSeries> Series { get; init; } = [];
}
