using NUnit.Framework;
using Perf.Statistics;
using Shouldly;

namespace Perf.Tests.Statistics;

/// <summary>How often the rule errs against absolute limits, over simulated processes.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
public sealed class LaunchRuleErrorRateTests
{
    private const int Verdicts = 20_000;

    [Test]
    public void AtSeventyPercentOfTheLimitHardlyAnythingIsRedAndMostPasses(
        [Values(0.01, 0.03)] double luck, [Values(0.0, 0.3)] double disturbed)
    {
        (double kept, double broken) = Shares(luck, disturbed, truth: 0.70);

        broken.ShouldBeLessThanOrEqualTo(0.003);
        kept.ShouldBeGreaterThanOrEqualTo(0.93);
    }

    [Test]
    public void AtEightyPercentOfTheLimitHardlyAnythingIsRed(
        [Values(0.01, 0.03)] double luck, [Values(0.0, 0.3)] double disturbed) =>
        Shares(luck, disturbed, truth: 0.80).Broken.ShouldBeLessThanOrEqualTo(0.007);

    [Test]
    public void AtHundredAndThirtyPercentOfTheLimitNearlyEverythingIsFound(
        [Values(0.01, 0.03)] double luck, [Values(0.0, 0.3)] double disturbed)
    {
        (double kept, double broken) = Shares(luck, disturbed, truth: 1.30);

        broken.ShouldBeGreaterThanOrEqualTo(0.997);
        kept.ShouldBe(0);
    }

    private static (double Kept, double Broken) Shares(double luck, double disturbed, double truth)
    {
        SimulatedProcess process = new(luck, disturbed);
        ILookup<Outcome, Outcome> outcomes = Enumerable.Range(0, Verdicts)
            .Select(_ => process.Verdict(Launches.Absolute, truth))
            .ToLookup(outcome => outcome);
        return (outcomes[Outcome.Kept].Count() / (double)Verdicts, outcomes[Outcome.Broken].Count() / (double)Verdicts);
    }
}
