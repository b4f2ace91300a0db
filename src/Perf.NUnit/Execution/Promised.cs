using NUnit.Framework.Internal;
using Perf.Baselines;
using Perf.Builds;
using Perf.Controlled;
using Perf.Duets;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Objectives;
using Perf.Recording;
using Perf.Runs;
using Perf.Workers;

namespace Perf.Execution;

/// <summary>A test that passed and whose promises are now measured: judged, or recorded.</summary>
internal sealed class Promised(Session session, TestExecutionContext context, TestMeasurement measurement)
{
    private readonly TestReference _test = TestNames.Of(context.CurrentTest, session);
    private readonly TestIdentity _identity = TestIdentities.Of(context.CurrentTest, session.Layout);

    /// <summary>Judges every objective and makes the test's result of it.</summary>
    public void Judge()
    {
        // A GPU test on a machine without one is skipped before anything is measured.
        List<Judgement> judgements =
        [
            .. measurement.Objectives.Select(MissingHardware.Of).OfType<Judgement>(),
        ];
        Objective[] rest = [.. measurement.Objectives.Except(judgements.Select(judgement => judgement.Objective))];
        BesideBaseBuild? beside = session.BaseBuild is { } build
            ? new BesideBaseBuild(session, build, context, measurement, session.BudgetSeconds)
            : null;
        if (beside is not null)
        {
            IReadOnlyList<Judgement> compared = beside.Judge([.. measurement.Regressions.Intersect(rest)]);
            judgements.AddRange(compared);
            IEnumerable<Objective> limits = compared.Where(judgement => judgement.Verdict == Verdict.NotComparable)
                .Select(judgement => judgement.Objective.Fallback).OfType<Objective>();
            rest = [.. rest.Except(measurement.Regressions), .. limits];
        }

        AgainstRecorded recorded = new(session, context, measurement, _identity);
        (IReadOnlyList<Judgement> told, IReadOnlyList<(Objective Objective, Target.Limit Limit)> plain) = recorded.Judge(rest);
        judgements.AddRange(told);
        measurement.Sampled = [.. plain.Select(promise => promise.Objective)];
        LaunchSource source = new(context.CurrentTest, measurement, session.BudgetSeconds);
        judgements.AddRange(Judge(plain, source));
        AcceptableSeries series = new(session, measurement, _identity);
        BaselineSeries[] candidates = [.. series.WithoutBaseline(recorded.WithoutBaseline).DistinctBy(candidate => candidate.Key)];
        session.Candidates.AddRange(candidates.Where(candidate => session.Candidates.All(other => other.Key != candidate.Key)).ToArray());
        IEnumerable<Objective> sampled = recorded.Taken.Count > 0 ? rest : plain.Select(promise => promise.Objective);
        BaselineSeries[] acceptable =
        [
            .. candidates.Concat(series.Of([.. sampled.Except(recorded.WithoutBaseline)], recorded.Taken, source.Taken)).DistinctBy(made => made.Key),
        ];
        Tell(judgements, source.Taken, beside ?? recorded.Settled, recorded.Taken, acceptable, failure: beside?.Failure);
    }

    /// <summary>Has what the test's regressions compare with recorded after the last test.</summary>
    public void Record(Recorder recorder)
    {
        Objective[] regressions = [.. measurement.Regressions];
        if (regressions.Length == 0)
        {
            string missing = string.Join("; ", measurement.Objectives.Select(MissingHardware.Reason).OfType<string>().Distinct());
            context.OutWriter.WriteLine($"nothing to record: {(missing.Length == 0 ? "the test has no [MaxRegression]" : missing)}");
            return;
        }

        if (session.DeviceMismatch is { } mismatch && regressions.Any(objective => objective.Metric.IsNoisy))
        {
            throw new MeasurementException($"not recorded: {mismatch}");
        }

        ControlName? control = null;
        if (session.IsRecordingNew)
        {
            // What was accepted stays: only what is missing is recorded, beside the control of what is there.
            Target.Limit[] known = [.. regressions.Select(objective => session.Targets.Of(objective, _identity)).OfType<Target.Limit>()];
            control = known.Select(limit => limit.Series?.Control).OfType<AcceptedControl>().Select(has => new ControlName(has.Name, has.Version)).FirstOrDefault();
            regressions = [.. regressions.Where(IsMissing)];
            if (regressions.Length == 0)
            {
                context.OutWriter.WriteLine("nothing to record: the baseline has all of it");
                return;
            }
        }

        recorder.Add(context.CurrentTest, _identity, regressions, control);
        context.OutWriter.WriteLine($"to be recorded in {Recorder.Launches} fresh processes after the last test");
    }

    // A series without a control is a number alone.
    private bool IsMissing(Objective objective) =>
        session.Targets.Of(objective, _identity) is not Target.Limit limit || (objective.Metric.IsNoisy && limit.Series is null);

    private void Tell(
        List<Judgement> judgements,
        IReadOnlyList<LaunchSamples> launches,
        BesideBaseBuild? duets,
        IReadOnlyList<ControlledSamples> controlled,
        IReadOnlyList<BaselineSeries> series,
        DuetException? failure)
    {
        Objective[] order = [.. measurement.Objectives];
        Outcomes outcomes = new(session, _test);
        AttributePlaces places = AttributePlaces.Of(context.CurrentTest.Method!.MethodInfo, session.Layout.Root);

        // In an environment of a device its want is not passed over.
        bool isDeviceExpected = Accelerator.IsExpected(session.Environment);
        Judgement[] sorted = [.. judgements
            .Select(judgement => judgement.LacksDevice ? judgement with { IsExempt = !isDeviceExpected } : judgement)
            .OrderBy(judgement => Array.IndexOf(order, judgement.Objective) is >= 0 and var index ? index : order.Length)
            .Select(judgement => judgement with
            {
                Objective = places.Place(judgement.Objective),
                IsHeldAgainst = outcomes.IsHeldAgainst(judgement),
            })];
        foreach (Judgement judgement in sorted)
        {
            session.Progress.Tell(new ProgressEvent(
                _test.FullName,
                Metric: judgement.Objective.MetricInWords,
                Verdict: judgement.VerdictInWords,
                Ratio: judgement.Ratio,
                Bounds: judgement.RatioBounds));
        }

        TestRecord record = new(_test, sorted, launches, failure?.Message)
        {
            Duets = duets?.Duets ?? [],
            Controlled = controlled,
            Series = series,
        };
        session.Run.Add(record);
        outcomes.Tell(context, sorted, failure);
        new TestEvidence(session).Add(context, record);
    }

    private IEnumerable<Judgement> Judge(IReadOnlyList<(Objective Objective, Target.Limit Limit)> promises, LaunchSource source)
    {
        List<Judgement> judgements = [];
        (Objective Objective, Target.Limit Limit)[] noisy = [.. promises.Where(promise => promise.Objective.Metric.IsNoisy)];
        if (noisy.Length > 0)
        {
            // The same promise may be made twice.
            Dictionary<Objective, Target.Limit> limitOf = noisy.DistinctBy(l => l.Objective).ToDictionary(l => l.Objective, l => l.Limit);
            judgements.AddRange(new Judge(SystemClock.Instance, session.BudgetSeconds)
                .Decide([.. noisy.Select(l => l.Objective)], new AgainstLimit(source, objective => limitOf[objective])));
        }

        (Objective Objective, Target.Limit Limit)[] exact = [.. promises.Where(promise => !promise.Objective.Metric.IsNoisy)];
        if (exact.Length > 0)
        {
            // What is exact needs one launch, and any will do.
            LaunchSamples first = source.Taken.Count > 0 ? source.Taken[0] : source.Next();
            judgements.AddRange(exact.Select(promise => Exact(promise.Objective, promise.Limit, first, source)));
        }

        return judgements.Select(judgement => judgement with
        {
            Samples = source.Taken.Take(judgement.Launches).Sum(samples => (long)samples.WallSeconds.Count),
        });
    }

    // What one process only suspects is asked of another.
    private static Judgement Exact(Objective objective, Target.Limit limit, LaunchSamples first, LaunchSource source)
    {
        Judgement judgement = ExactJudge.Tell(objective, limit, first);
        return judgement.IsSuspected
            ? ExactJudge.Confirm(judgement, ExactJudge.Tell(objective, limit, source.Taken.Count > 1 ? source.Taken[1] : source.Next()))
            : judgement;
    }
}
