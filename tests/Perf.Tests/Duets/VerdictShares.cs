using Perf.Measurement;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Tests.Duets;

/// <summary>What simulated duets come to, where 10 % are allowed.</summary>
/// <param name="Red">The share of Regressed.</param>
/// <param name="Passed">The share of Pass.</param>
internal sealed record VerdictShares(double Red, double Passed)
{
    /// <summary>The shares of so many verdicts, the same ones in every run.</summary>
    /// <param name="verdicts">How many.</param>
    /// <param name="launch">What one launch says.</param>
    /// <param name="luck">The luck that the rule assumes of a launch.</param>
    public static VerdictShares Of(int verdicts, Func<Random, Estimate> launch, double luck = LaunchRule.LuckOfDuet)
    {
        LaunchRule rule = new(0.10, 0.02, luck, Direction.LowerIsBetter);
        Random random = new(20261124);
        Outcome[] outcomes = [.. Enumerable.Range(0, verdicts).Select(_ => Verdict(rule, () => launch(random)))];
        return new VerdictShares(
            outcomes.Count(outcome => outcome == Outcome.Broken) / (double)verdicts,
            outcomes.Count(outcome => outcome == Outcome.Kept) / (double)verdicts);
    }

    private static Outcome Verdict(LaunchRule rule, Func<Estimate> launch)
    {
        List<Launch> launches = [];
        Outcome outcome;
        do
        {
            launches.Add(new Launch(launch()));
            outcome = rule.Decide(launches).Outcome;
        }
        while (outcome == Outcome.Undecided && launches.Count < LaunchRule.MostLaunches);

        return outcome;
    }
}
