using Perf.Judging;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Statistics;

namespace Perf.Benchmarks.Decisions;

/// <summary>
/// Launches of a duet of which nothing but the estimate was recorded: what the product makes of its pairs is done already.
/// </summary>
/// <param name="recorded">The launches.</param>
/// <param name="ratio">head / base.</param>
internal sealed class AgainstRecordedBase(ReplayedProcesses<RecordedLaunch> recorded, double ratio) : IComparison
{
    private readonly List<Launch> _launches = [];

    /// <inheritdoc />
    public IReadOnlyDictionary<Objective, IReadOnlyList<Launch>> Next(IReadOnlyCollection<Objective> undecided)
    {
        RecordedLaunch launch = recorded.Next(out Action<double> secondsOf);
        secondsOf(launch.Seconds);
        _launches.Add(launch.At(ratio));
        return undecided.ToDictionary(objective => objective, _ => (IReadOnlyList<Launch>)_launches);
    }

    /// <inheritdoc />
    public LaunchRule RuleOf(Objective objective) =>
        new(
            objective.Bound.Value / 100,
            objective.TolerancePercent / 100,
            LaunchRule.LuckOfDuet,
            objective.Metric.Better);

    /// <inheritdoc />
    public Target.Limit LimitOf(Objective objective) => new(
        1 + (objective.Bound.Value / 100), new BaselineEvidence(1, "a recording", objective.Bound.Value));

    /// <inheritdoc />
    public Judgement Complete(Judgement judgement, IReadOnlyList<Launch> launches) => judgement;
}
