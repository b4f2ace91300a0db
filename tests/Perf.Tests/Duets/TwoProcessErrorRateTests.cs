using NUnit.Framework;
using Perf.Statistics;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>
/// How often a duet errs whose builds have a process each: the luck of either is its own, so a launch has more of it than one
/// process that runs both.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
public sealed class TwoProcessErrorRateTests
{
    private const int Verdicts = 1_500;

    [Test]
    public void UnchangedCodeIsHardlyEverRed([Values(0.01, 0.02, 0.03)] double luck) =>
        Shares(luck, 1.00).Red.ShouldBeLessThanOrEqualTo(0.001);

    [Test]
    public void UnchangedCodePasses([Values(0.01, 0.02, 0.03)] double luck) =>
        Shares(luck, 1.00).Passed.ShouldBeGreaterThanOrEqualTo(0.95);

    [Test]
    public void FivePercentIsHardlyEverRed([Values(0.01, 0.02, 0.03)] double luck) =>
        Shares(luck, 1.05).Red.ShouldBeLessThanOrEqualTo(0.01);

    [Test]
    public void ThirtyPercentIsFound([Values(0.01, 0.02, 0.03)] double luck) =>
        Shares(luck, 1.30).Red.ShouldBeGreaterThanOrEqualTo(0.95);

    private static VerdictShares Shares(double luckOfOne, double ratio) => VerdictShares.Of(
        Verdicts,
        random =>
        {
            SimulatedArms chance = new(new FakeClock(), random);
            double luck = luckOfOne * (chance.Normal() - chance.Normal());
            return DuetFigures.Time(new SimulatedArms(new FakeClock(), random)
            {
                Ratio = ratio,
                Luck = luck,
                InstanceNoise = 0.01,
                CallNoise = 0.03,
            }.Launch());
        },
        LaunchRule.LuckOfTwoProcesses);
}
