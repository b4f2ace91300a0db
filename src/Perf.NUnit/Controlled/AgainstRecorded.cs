using NUnit.Framework.Internal;
using Perf.Baselines;
using Perf.Builds;
using Perf.Duets;
using Perf.Execution;
using Perf.Judging;
using Perf.Measurement.Probes;
using Perf.Objectives;

namespace Perf.Controlled;

/// <summary>
/// Judges the promises of a test that compare with a baseline file: beside the control that it was recorded with, and what the file
/// leaves in doubt beside the build that it was recorded from, where that is at hand.
/// </summary>
internal sealed class AgainstRecorded(
    Session session, TestExecutionContext context, TestMeasurement measurement, TestIdentity identity)
{
    private readonly List<Objective> _withoutBaseline = [];
    private ControlledSource? _source;

    /// <summary>The promises for which the file has nothing.</summary>
    public IReadOnlyList<Objective> WithoutBaseline => _withoutBaseline;

    /// <summary>What each process measured.</summary>
    public IReadOnlyList<ControlledSamples> Taken => _source?.Taken ?? [];

    /// <summary>The duets that settled a doubt; null where there was none.</summary>
    public BesideBaseBuild? Settled { get; private set; }

    /// <summary>Judges what the file has launches of.</summary>
    /// <param name="objectives">All promises of the test.</param>
    /// <returns>What was told, and the promises that are left: those of a plain limit.</returns>
    public (IReadOnlyList<Judgement> Told, IReadOnlyList<(Objective Objective, Target.Limit Limit)> Plain) Judge(
        IReadOnlyList<Objective> objectives)
    {
        List<Judgement> told = [];
        List<(Objective Objective, Target.Limit Limit)> plain = [];
        Dictionary<Objective, Target.Limit> recorded = [];
        string? mismatch = session.DeviceMismatch;
        foreach (Objective objective in objectives)
        {
            if (mismatch is not null && objective is { Metric.IsNoisy: true, Bound.Kind: BoundKind.RegressionPercent })
            {
                told.Add(new Judgement(objective, Verdict.NotComparable) { Reason = mismatch });
                AddFallback(objective);
                continue;
            }

            switch (TargetOf(objective, recorded.Values.FirstOrDefault()?.Series))
            {
                case Target.Limit { Series: not null } limit:
                    recorded.TryAdd(objective, limit);
                    break;
                case Target.Limit limit:
                    plain.Add((objective, limit));
                    break;
                case Target.Nothing nothing:
                    told.Add(new Judgement(objective, Verdict.NotComparable) { Reason = nothing.Reason, IsExempt = nothing.IsExempt });
                    _withoutBaseline.Add(objective);
                    AddFallback(objective);
                    break;
            }
        }

        if (recorded.Count > 0)
        {
            // The same promise may be made twice.
            told.AddRange(Judge([.. objectives.Where(recorded.ContainsKey)], recorded));
        }

        return (told, plain);

        void AddFallback(Objective objective)
        {
            if (objective.Fallback is { } fallback)
            {
                plain.Add((fallback, new Target.Limit(fallback.Bound.Value)));
            }
        }
    }

    // All metrics of a test were measured in the same launches, beside one control.
    private Target TargetOf(Objective objective, BaselineSeries? first)
    {
        Target target = session.Targets.Of(objective, identity);
        if (target is not Target.Limit { Series: { Control: { } control } series })
        {
            return target;
        }

        ControlName name = new(control.Name, control.Version);
        if (first?.Control is { } other && (other.Name, other.Version) != (control.Name, control.Version))
        {
            return new Target.Nothing(
                $"{series.Metric} was recorded beside {name} and {first.Metric} beside {new ControlName(other.Name, other.Version)}: record the test anew with PERF_RECORD=true",
                IsExempt: false);
        }

        return !TestControls.Has(context.CurrentTest, name)
            ? new Target.Nothing(
                $"the baseline was recorded beside the control {name}, which is not there any more: record the test anew with PERF_RECORD=true",
                IsExempt: false)
            : target;
    }

    private IEnumerable<Judgement> Judge(IReadOnlyList<Objective> objectives, Dictionary<Objective, Target.Limit> limitOf)
    {
        AcceptedControl control = limitOf.Values.First().Series!.Control!;
        _source = new ControlledSource(context.CurrentTest, measurement, new ControlName(control.Name, control.Version), session);
        long start = SystemClock.Instance.Timestamp();
        IReadOnlyList<Judgement> byFile = new Judge(SystemClock.Instance, session.BudgetSeconds)
            .Decide(objectives, new AgainstFile(_source, objective => limitOf[objective]));
        Append(byFile, limitOf);

        // A doubt that took the whole budget is the one that most needs to be settled.
        double left = Math.Max(
            session.BudgetSeconds / 2, session.BudgetSeconds - SystemClock.Instance.Seconds(start, SystemClock.Instance.Timestamp()));
        return Settle(byFile, limitOf, left);
    }

    private void Append(IReadOnlyList<Judgement> byFile, Dictionary<Objective, Target.Limit> limitOf)
    {
        if (session.IsAppending)
        {
            // Launches of code that is faster, or somewhat slower, would widen the spread until nothing can be told any more.
            session.Appended.AddRange(byFile
                .Where(judgement => judgement is { Verdict: Verdict.Pass, Control.NotComparable: 0, RatioBounds: { Lower: <= 1, Upper: >= 1 } })
                .DistinctBy(judgement => judgement.Objective.Metric.Name)
                .Select(judgement => (limitOf[judgement.Objective].Series!, judgement.Objective, Taken[0])));
        }
    }

    private IReadOnlyList<Judgement> Settle(
        IReadOnlyList<Judgement> byFile, Dictionary<Objective, Target.Limit> limitOf, double budgetSeconds)
    {
        Judgement[] doubtful = [.. byFile.Where(judgement => judgement.Verdict is Verdict.Regressed or Verdict.Inconclusive)];
        string? key = doubtful.Select(judgement => limitOf[judgement.Objective].Series!.Build).FirstOrDefault(build => build is not null);
        if (session.RecordedBuilds.Find(key) is not { } build)
        {
            return byFile;
        }

        Settled = new BesideBaseBuild(session, build, context, measurement, budgetSeconds);
        Objective[] asked = [.. doubtful.Select(judgement => judgement.Objective).Where(objective => limitOf[objective].Series!.Build == key).Distinct()];
        Dictionary<Objective, Judgement> settled = Settled.Judge(asked)
            .Where(judgement => judgement.Verdict != Verdict.NotComparable)
            .DistinctBy(judgement => judgement.Objective)
            .ToDictionary(judgement => judgement.Objective);
        return [.. byFile.Select(judgement => settled.TryGetValue(judgement.Objective, out Judgement? duet)
            ? Replaced(judgement, duet)
            : asked.Contains(judgement.Objective) ? Kept(judgement, build) : judgement)];
    }

    private static Judgement Replaced(Judgement byFile, Judgement duet)
    {
        string file = FormattableString.Invariant($"{byFile.VerdictInWords}{(byFile.Ratio is { } ratio ? $", ratio {ratio:0.000}" : "")}");
        string settled = $"settled beside the build that the baseline was recorded from; the file alone: {file}";
        return duet with
        {
            Reason = duet.Reason.Length == 0 ? settled : $"{duet.Reason}; {settled}",
            Control = byFile.Control,
            Seconds = byFile.Seconds + duet.Seconds,
        };
    }

    private Judgement Kept(Judgement byFile, BaseBuild build)
    {
        string why = Settled!.Failure?.Message ?? "it has nothing to compare with";
        string note = $"{build.Name}, which the baseline was recorded from, could not settle it: {why}";
        return byFile with { Reason = byFile.Reason.Length == 0 ? note : $"{byFile.Reason}; {note}" };
    }
}
