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
    /// <summary>Decides noisy objectives against their limits.</summary>
    /// <param name="limits">The objectives, each with its limit.</param>
    /// <param name="launches">Where estimates come from; a decided objective stays decided.</param>
    /// <returns>A judgement an objective, in their order.</returns>
    public IReadOnlyList<Judgement> Decide(
        IReadOnlyList<(Objective Objective, Target.Limit Limit)> limits, ILaunches launches)
    {
        Dictionary<Objective, List<Launch>> seen =
            limits.Select(l => l.Objective).Distinct().ToDictionary(objective => objective, _ => new List<Launch>());
        Dictionary<Objective, Judgement> judgements = [];
        long start = clock.Timestamp();
        double longest = 0;
        for (int launch = 1; launch <= LaunchRule.MostLaunches && judgements.Count < seen.Count; launch++)
        {
            double spent = clock.Seconds(start, clock.Timestamp());
            if (launch > 1 && spent + longest > budgetSeconds)
            {
                break;
            }

            Objective[] undecided = [.. seen.Keys.Where(objective => !judgements.ContainsKey(objective))];
            foreach ((Objective objective, Launch estimate) in launches.Next(undecided))
            {
                seen[objective].Add(estimate);
            }

            double now = clock.Seconds(start, clock.Timestamp());
            longest = Math.Max(longest, now - spent);
            foreach ((Objective objective, Target.Limit limit) in limits
                .Where(l => !judgements.ContainsKey(l.Objective)))
            {
                Judgement judgement = Tell(objective, limit, seen[objective], now);
                if (judgement.Verdict != Verdict.Inconclusive)
                {
                    judgements[objective] = judgement;
                }
            }
        }

        double seconds = clock.Seconds(start, clock.Timestamp());
        return
        [
            .. limits.Select(l => judgements.GetValueOrDefault(l.Objective)
                ?? Tell(l.Objective, l.Limit, seen[l.Objective], seconds)),
        ];
    }

    private Judgement Tell(Objective objective, Target.Limit limit, List<Launch> launches, double seconds)
    {
        double tolerance = objective.TolerancePercent / 100;
        LaunchRule rule = new(0, tolerance, LaunchRule.LuckAgainstLimit, objective.Metric.Better);
        Decision decision = rule.Decide(launches);
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
        return judgement with
        {
            IsImproved = verdict == Verdict.Pass
                && limit.Baseline is not null
                && judgement.RatioBounds!.Value.Upper < 1 - tolerance,
            Reason = verdict == Verdict.Inconclusive ? WhyUndecided(launches, judgement) : "",
        };
    }

    private string WhyUndecided(List<Launch> launches, Judgement judgement)
    {
        string stopped = launches.Count == LaunchRule.MostLaunches
            ? $"after {launches.Count} launches"
            : FormattableString.Invariant($"after {launches.Count} of {LaunchRule.MostLaunches} launches: ")
                + FormattableString.Invariant($"the budget of {budgetSeconds:0.#} s has no room for another");

        // Estimates are turned so that more is worse; a reader wants to see a rate below its limit as less than 1.
        double turn = judgement.Objective.Metric.Better == Direction.LowerIsBetter ? 1 : -1;
        double typical = Math.Exp(turn * launches.Average(launch => launch.Typical.Value));
        double best = Math.Exp(turn * launches.Average(launch => launch.Quiet.Value));
        double detectable = Math.Pow(judgement.Decision!.Value.SmallestDetectableRatio, turn);
        return $"too close to the limit to tell {stopped} "
            + FormattableString.Invariant($"(×{typical:0.000} of the limit over all iterations, ")
            + FormattableString.Invariant($"×{best:0.000} over the quietest quarter; this run tells ×{detectable:0.000}): ")
            + "run again on a quieter machine, raise PERF_BUDGET, or widen the limit";
    }
}
