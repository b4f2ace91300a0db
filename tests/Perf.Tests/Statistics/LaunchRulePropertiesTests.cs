using CsCheck;
using NUnit.Framework;
using Perf.Measurement;
using Perf.Statistics;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Tests.Statistics;

[TestFixture]
public sealed class LaunchRulePropertiesTests
{
    private static readonly Gen<Estimate> AnyEstimate =
        Gen.Select(Gen.Double[-0.03, 0.03], Gen.Double[0, 0.02], (value, error) => new Estimate(value, error));

    private static readonly Gen<Launch> AnyLaunch =
        Gen.Select(AnyEstimate, AnyEstimate, (typical, quiet) => new Launch(typical, quiet));

    // Launches of one test lie near each other; otherwise hardly any case would be decided.
    private static readonly Gen<Launch[]> AnyLaunches = Gen.Select(
        Gen.Double[-0.6, 0.6],
        AnyLaunch.Array[1, 5],
        (centre, launches) => launches.Select(launch => Launches.Shifted(launch, centre)).ToArray());

    private static readonly Gen<LaunchRule> AnyRule = Gen.Select(
        Gen.Double[0, 0.3],
        Gen.Double[0.005, 0.05],
        Gen.Double[0.01, 0.1],
        Gen.Bool,
        (limit, tolerance, luck, lower) => new LaunchRule(
            limit, tolerance, luck, lower ? Direction.LowerIsBetter : Direction.HigherIsBetter));

    [Test]
    public void TheOrderOfLaunchesIsIrrelevant() =>
        Gen.Select(AnyRule, AnyLaunches).Sample((rule, launches) =>
        {
            Decision forward = rule.Decide(launches);
            Decision backward = rule.Decide([.. launches.Reverse()]);

            // A sum depends on its order in the last digit: a case that lies on an edge may fall to either side of it.
            Severity(backward.Outcome).ShouldBeInRange(
                Severity(OutcomeShifted(-1e-12)), Severity(OutcomeShifted(+1e-12)));
            backward.SmallestDetectableRatio.ShouldBe(forward.SmallestDetectableRatio, 1e-9);

            Outcome OutcomeShifted(double by) =>
                rule.Decide([.. launches.Select(launch => Launches.Shifted(launch, by))]).Outcome;
        });

    [Test]
    public void SlowerLaunchesNeverGetAMilderAnswer() =>
        Gen.Select(AnyRule, AnyLaunches, Gen.Double[1e-6, 0.5]).Sample((rule, launches, slower) =>
        {
            Outcome before = rule.Decide(launches).Outcome;
            Outcome after = rule.Decide([.. launches.Select(launch => Launches.Shifted(launch, slower))]).Outcome;

            Severity(after).ShouldBeGreaterThanOrEqualTo(Severity(before));
        });

    [Test]
    public void BothDirectionsAreJudgedAlikeWhenTheirEdgesAre() =>
        AnyLaunches.Sample(launches =>
        {
            // 1 / 0.9 − 1: how much a time may grow when its rate may fall by 10 %. Without tolerance edges are equal.
            LaunchRule rate = new(0.10, 0, 0.02, Direction.HigherIsBetter);
            LaunchRule time = new((1 / 0.9) - 1, 0, 0.02, Direction.LowerIsBetter);

            Decision ofRate = rate.Decide(launches);
            Decision ofTime = time.Decide(launches);

            ofRate.Outcome.ShouldBe(ofTime.Outcome);
            ofRate.SmallestDetectableRatio.ShouldBe(ofTime.SmallestDetectableRatio, 1e-9);
        });

    [Test]
    public void OneLaunchIsNeverRedWhateverItSays() =>
        Gen.Select(AnyRule, AnyLaunch, Gen.Double[0, 5]).Sample((rule, launch, slower) =>
            rule.Decide([Launches.Shifted(launch, slower)]).Outcome.ShouldNotBe(Outcome.Broken));

    [Test]
    public void TheBoundsContainTheRatio() =>
        Gen.Select(AnyRule, AnyLaunches).Sample((rule, launches) =>
        {
            Decision decision = rule.Decide(launches);

            decision.Ratio.ShouldBeInRange(decision.RatioBounds.Lower, decision.RatioBounds.Upper);
            decision.RatioBounds.Lower.ShouldBeGreaterThan(0);
        });

    [Test]
    public void NothingBelowTheLimitIsRedAndNothingAboveItIsKept() =>
        Gen.Select(AnyRule, AnyLaunches).Sample((rule, launches) =>
        {
            double limit = rule.Better == Direction.LowerIsBetter ? 1 + rule.Limit : 1 / (1 - rule.Limit);
            Decision decision = rule.Decide(launches);

            (decision.Outcome switch
            {
                Outcome.Broken => decision.Ratio > limit * (1 - 1e-12),
                Outcome.Kept => decision.Ratio < limit * (1 + 1e-12),
                _ => true,
            }).ShouldBeTrue();
        });

    [Test]
    public void AWiderLaunchErrorNeverDecidesMore() =>
        Gen.Select(AnyRule, AnyLaunches, Gen.Double[0, 0.2]).Sample((rule, launches, wider) =>
        {
            Launch[] vague = [.. launches.Select(launch => new Launch(Wider(launch.Typical), Wider(launch.Quiet)))];

            if (rule.Decide(launches).Outcome == Outcome.Undecided)
            {
                rule.Decide(vague).Outcome.ShouldBe(Outcome.Undecided);
            }

            Estimate Wider(Estimate estimate) =>
                estimate with { StandardError = estimate.StandardError + wider };
        });

    private static int Severity(Outcome outcome) => outcome switch
    {
        Outcome.Kept => 0,
        Outcome.Undecided => 1,
        _ => 2,
    };
}
