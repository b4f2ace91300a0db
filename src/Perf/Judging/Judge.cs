using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Objectives;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Judging;

/// <summary>Asks for launches until every objective is decided, at most five and within the budget.</summary>
/// <param name="clock">Tells how much of the budget is spent.</param>
/// <param name="budgetSeconds">Seconds that a test may take for its verdicts.</param>
public sealed class Judge(IClock clock, double budgetSeconds)
{
    /// <summary>Decides noisy objectives.</summary>
    /// <param name="objectives">The objectives; a decided one stays decided.</param>
    /// <param name="comparison">What they are held against.</param>
    /// <returns>A judgement an objective, in their order.</returns>
    public IReadOnlyList<Judgement> Decide(IReadOnlyList<Objective> objectives, IComparison comparison)
    {
        Dictionary<Objective, IReadOnlyList<Launch>> seen = objectives.Distinct()
            .ToDictionary(objective => objective, _ => (IReadOnlyList<Launch>)[]);
        Dictionary<Objective, Judgement> judgements = [];
        long start = clock.Timestamp();
        double longest = 0;
        int made = 0;
        for (int launch = 1; launch <= LaunchRule.MostLaunches && judgements.Count < seen.Count; launch++)
        {
            double spent = clock.Seconds(start, clock.Timestamp());
            if (launch > 1 && spent + longest > budgetSeconds)
            {
                break;
            }

            Objective[] undecided = [.. seen.Keys.Where(objective => !judgements.ContainsKey(objective))];
            foreach ((Objective objective, IReadOnlyList<Launch> launches) in comparison.Next(undecided))
            {
                seen[objective] = launches;
            }

            made = launch;
            double now = clock.Seconds(start, clock.Timestamp());
            longest = Math.Max(longest, now - spent);
            foreach (Objective objective in undecided)
            {
                Judgement judgement = Tell(objective, comparison, seen[objective], made, now);
                if (judgement.Verdict != Verdict.Inconclusive || judgement.IsSuspected)
                {
                    judgements[objective] = judgement;
                }
            }
        }

        double seconds = clock.Seconds(start, clock.Timestamp());
        return
        [
            .. objectives.Select(objective => judgements.GetValueOrDefault(objective)
                ?? Tell(objective, comparison, seen[objective], made, seconds)),
        ];
    }

    private Judgement Tell(
        Objective objective, IComparison comparison, IReadOnlyList<Launch> launches, int made, double seconds)
    {
        Target.Limit limit = comparison.LimitOf(objective);
        if (launches.Count == 0)
        {
            return comparison.Complete(
                new Judgement(objective, Verdict.Inconclusive)
                {
                    Limit = limit.Value,
                    Baseline = limit.Baseline,
                    Seconds = seconds,
                    Reason = WhyNoOther(made),
                },
                launches);
        }

        LaunchRule rule = comparison.RuleOf(objective);
        Decision decision = rule.Decide(launches, comparison.ReferenceOf(objective)).RelativeTo(rule.LimitRatio);
        Verdict verdict = decision.Outcome switch
        {
            Outcome.Kept => Verdict.Pass,
            Outcome.Broken => Verdict.Regressed,
            _ => Verdict.Inconclusive,
        };
        bool lowerIsBetter = objective.Metric.Better == Direction.LowerIsBetter;
        Judgement judgement = new(objective, verdict)
        {
            Current = lowerIsBetter ? limit.Value * decision.Ratio : limit.Value / decision.Ratio,
            Limit = limit.Value,
            Baseline = limit.Baseline,
            Decision = decision,
            Launches = launches.Count,
            Seconds = seconds,
        };
        return comparison.Complete(
            judgement with
            {
                IsImproved = verdict == Verdict.Pass
                    && limit.Baseline is not null
                    && judgement.RatioBounds!.Value.Upper < 1 - (objective.TolerancePercent / 100),
                Reason = verdict == Verdict.Inconclusive ? WhyNoOther(made) : "",
            },
            launches);
    }

    private string WhyNoOther(int launches) => launches == LaunchRule.MostLaunches
        ? $"after {launches} launches"
        : FormattableString.Invariant($"after {launches} of {LaunchRule.MostLaunches} launches: ")
            + FormattableString.Invariant($"the budget of {budgetSeconds:0.#} s has no room for another");
}
