using Perf.Baselines;
using Perf.Controlled;
using Perf.Judging;
using Perf.Objectives;
using Perf.Statistics;

namespace Perf.Benchmarks.Decisions;

/// <summary>A baseline file recorded from some processes, and others of the same subject held against it.</summary>
/// <param name="plan">What is asked.</param>
internal sealed class FileReplay(ReplayPlan plan)
{
    public const string Rule = "file";

    // Each looks at all processes.
    private const int DrawsOfTheGuard = 50;

    /// <summary>Red needs two processes beside those that were recorded.</summary>
    public int FewestProcesses => plan.RecordedProcesses + 2;

    /// <summary>Replays the processes of a subject, at least <see cref="FewestProcesses"/>.</summary>
    public Replays Run(string subject, IReadOnlyList<AdjacentProcess> processes) => Replays.Run(
        Rule,
        subject,
        Draws.Of(processes.Count, plan.RecordedProcesses + LaunchRule.MostLaunches, plan.Replays, plan.Seed),
        draw => Verdicts([.. draw.Select(index => processes[index])]));

    /// <summary>Looks at launches of unchanged code: each of a draw that did not record, against those that did.</summary>
    public GuardRow Guard(string subject, IReadOnlyList<AdjacentProcess> processes)
    {
        IReadOnlyList<int[]> draws = Draws.Of(processes.Count, processes.Count, DrawsOfTheGuard, plan.Seed);
        return GuardRow.Of(
            subject,
            [.. draws.AsParallel().AsOrdered().SelectMany(draw => Guarded([.. draw.Select(index => processes[index])]))]);
    }

    private BaselineSeries SeriesOf(IEnumerable<AdjacentProcess> processes)
    {
        Objective objective = plan.Objective;
        BaselineSeries empty = new(
            "a recorded subject",
            objective.Metric.Name,
            objective.Metric.Unit,
            Accepted: 0,
            Version: 1,
            Data: null,
            Commit: null,
            DateTimeOffset.UnixEpoch,
            Launches: []);
        return ControlledSeries.Of(
            empty, objective, [.. processes.Select(process => AdjacentSource.Launch(process, ratio: 1, _ => false))]);
    }

    private IEnumerable<(bool IsRefused, double Sentinel, double Control)> Guarded(AdjacentProcess[] processes)
    {
        BaselineSeries series = SeriesOf(processes.Take(plan.RecordedProcesses));
        return processes.Skip(plan.RecordedProcesses).Select(process =>
        {
            ControlledSamples launch = AdjacentSource.Launch(process, ratio: 1, _ => false);
            return (
                FileGuard.Objection(series, launch, process.IsInWall) is not null,
                FileGuard.SentinelRatio(series, launch, process.IsInWall),
                FileGuard.ControlRatio(series, launch, process.IsInWall));
        });
    }

    private ReplayedVerdict[] Verdicts(AdjacentProcess[] processes)
    {
        BaselineSeries series = SeriesOf(processes.Take(plan.RecordedProcesses));
        double limit = series.Accepted * (1 + (plan.LimitPercent / 100));
        BaselineEvidence evidence = new(series.Accepted, "a recording", plan.LimitPercent);
        Target.Limit target = new(limit, evidence) { Series = series };
        AdjacentProcess[] others = processes[plan.RecordedProcesses..];
        return [.. ReplayPlan.TrueRatios.Select(ratio => Verdict(others, ratio, target))];
    }

    private ReplayedVerdict Verdict(AdjacentProcess[] others, double ratio, Target.Limit target)
    {
        ReplayedProcesses<AdjacentProcess> replayed = new(others);
        AgainstFile comparison = new(new AdjacentSource(replayed, ratio), _ => target);
        return replayed.Judge(plan, comparison, tellsSeconds: true);
    }
}
