using NUnit.Framework.Internal;
using Perf.Baselines;
using Perf.Duets;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Metrics;
using Perf.Objectives;
using Perf.Runs;
using Perf.Workers;

namespace Perf.Execution;

/// <summary>A test that passed and whose promises are now measured: judged, or recorded.</summary>
internal sealed class Promised(Session session, TestExecutionContext context, TestMeasurement measurement)
{
    // A recorded baseline is the median of a few processes, since one settles on its own time.
    private const int RecordedLaunches = 3;

    private readonly TestReference _test = TestNames.Of(context.CurrentTest, session.Layout);
    private readonly TestIdentity _identity = TestIdentities.Of(context.CurrentTest, session.Layout);

    /// <summary>Judges every objective and makes the test's result of it.</summary>
    public void Judge()
    {
        List<Judgement> judgements = MissingHardware();
        Objective[] rest = [.. measurement.Objectives.Except(judgements.Select(judgement => judgement.Objective))];
        BesideBaseBuild? beside = session.BaseBuild is { } build ? new BesideBaseBuild(session, build, context, measurement) : null;
        if (beside is not null)
        {
            IReadOnlyList<Judgement> compared = beside.Judge([.. measurement.Regressions.Intersect(rest)]);
            judgements.AddRange(compared);
            IEnumerable<Objective> limits = compared.Where(judgement => judgement.Verdict == Verdict.NotComparable)
                .Select(judgement => judgement.Objective.Fallback).OfType<Objective>();
            rest = [.. rest.Except(measurement.Regressions), .. limits];
            measurement.Sampled = rest;
        }

        LaunchSource source = new(context.CurrentTest, measurement, session.BudgetSeconds);
        Judgement[] plain = [.. Judge(rest, source).Select(judgement => judgement with
        {
            Samples = source.Taken.Take(judgement.Launches).Sum(samples => (long)samples.WallSeconds.Count),
        })];
        Objective[] order = [.. measurement.Objectives];
        Judgement[] sorted = [.. judgements.Concat(plain)
            .OrderBy(judgement => Array.IndexOf(order, judgement.Objective) is >= 0 and var index ? index : order.Length)];
        foreach (Judgement judgement in sorted)
        {
            session.Progress.Tell(new ProgressEvent(
                _test.FullName,
                Metric: judgement.Objective.MetricInWords,
                Verdict: judgement.VerdictInWords,
                Ratio: judgement.Ratio,
                Bounds: judgement.RatioBounds));
        }

        session.Run.Add(new TestRecord(_test, sorted, source.Taken, beside?.Failure?.Message) { Duets = beside?.Duets ?? [] });
        new Outcomes(session, _test).Tell(context, sorted, beside?.Failure);
    }

    /// <summary>Records what the test's regressions compare with.</summary>
    public void Record()
    {
        Objective[] regressions = [.. measurement.Regressions];
        if (regressions.Length == 0)
        {
            context.OutWriter.WriteLine("nothing to record: the test has no [MaxRegression]");
            return;
        }

        LaunchSource source = new(context.CurrentTest, measurement, session.BudgetSeconds);
        for (int launch = 0; launch < RecordedLaunches; launch++)
        {
            source.Next();
        }

        foreach (BaselineSeries series in Series(regressions, source.Taken))
        {
            session.Recorded.Add(series);
            context.OutWriter.WriteLine($"recorded {series.Metric}: {Quantity.Of(series.Accepted, series.Unit)}, {series.Launches.Count} launches");
        }
    }

    private List<Judgement> Judge(Objective[] objectives, LaunchSource source)
    {
        List<Judgement> judgements = [];
        List<(Objective Objective, Target.Limit Limit)> limits = [];
        List<Objective> withoutBaseline = [];
        if (objectives.Length == 0)
        {
            return judgements;
        }

        foreach (Objective objective in objectives)
        {
            switch (session.Targets.Of(objective, _identity))
            {
                case Target.Limit limit:
                    limits.Add((objective, limit));
                    break;
                case Target.Nothing nothing:
                    judgements.Add(new Judgement(objective, Verdict.NotComparable) { Reason = nothing.Reason, IsExempt = nothing.IsExempt });
                    withoutBaseline.Add(objective);
                    if (objective.Fallback is { } fallback)
                    {
                        limits.Add((fallback, new Target.Limit(fallback.Bound.Value)));
                    }

                    break;
            }
        }

        (Objective Objective, Target.Limit Limit)[] noisy = [.. limits.Where(l => l.Objective.Metric.IsNoisy)];
        if (noisy.Length > 0)
        {
            // The same promise may be made twice.
            Dictionary<Objective, Target.Limit> limitOf = noisy.DistinctBy(l => l.Objective).ToDictionary(l => l.Objective, l => l.Limit);
            judgements.AddRange(new Judge(SystemClock.Instance, session.BudgetSeconds)
                .Decide([.. noisy.Select(l => l.Objective)], new AgainstLimit(source, objective => limitOf[objective])));
        }

        // What is exact needs one launch, and any will do.
        LaunchSamples first = source.Taken.Count > 0 ? source.Taken[0] : source.Next();
        judgements.AddRange(limits.Where(l => !l.Objective.Metric.IsNoisy).Select(l => ExactJudge.Tell(l.Objective, l.Limit, first)));
        session.Candidates.AddRange(Series(withoutBaseline, source.Taken));
        return judgements;
    }

    // A GPU test on a machine without one is skipped before anything is measured.
    private List<Judgement> MissingHardware() => MachineProbes.OfThisMachine.Device.IsAvailable
        ? []
        : [.. measurement.Objectives
            .Where(objective => objective.Reading is Reading.DeviceMemory)
            .Select(objective => new Judgement(objective, Verdict.NotComparable)
            {
                IsExempt = true,
                Reason = $"device memory is not available: {MachineProbes.OfThisMachine.Device.WhyNot}",
            })];

    private IEnumerable<BaselineSeries> Series(IEnumerable<Objective> objectives, IReadOnlyList<LaunchSamples> launches) =>
        objectives.Select(objective => session.SeriesOf(objective, _identity, launches));
}
