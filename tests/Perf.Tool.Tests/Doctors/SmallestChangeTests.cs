using NUnit.Framework;
using Perf.Measurement;
using Perf.Statistics;
using Perf.Thresholds;
using Perf.Tool.Doctors;
using Shouldly;

namespace Perf.Tool.Tests.Doctors;

[TestFixture]
public sealed class SmallestChangeTests
{
    private static readonly Estimate[] Quiet = [new(0.3, 0.004), new(0.302, 0.004)];
    private static readonly Estimate[] Noisy = [new(0.2, 0.03), new(0.4, 0.05)];

    [Test]
    public void ItIsWhatTheRuleWouldCallBroken()
    {
        SmallestChange[] changes = [.. SmallestChange.BesideABaseBuild(Quiet, seconds: 3)];

        changes.Select(change => (change.Launches, change.Seconds)).ShouldBe([(2, 6), (LaunchRule.MostLaunches, 15)]);
        foreach (SmallestChange change in changes)
        {
            LaunchRule rule = new(0, 0, LaunchRule.LuckOfDuet, Direction.LowerIsBetter);
            Launch[] Slower(double percent) => [.. Enumerable.Range(0, change.Launches)
                .Select(index => new Launch(Quiet[index % 2] with { Value = Quiet[index % 2].Value - MeanOfQuiet(change.Launches) + Math.Log(1 + (percent / 100)) }))];
            rule.Decide(Slower(change.Percent * 1.01)).Outcome.ShouldBe(Outcome.Broken);
            rule.Decide(Slower(change.Percent * 0.99)).Outcome.ShouldNotBe(Outcome.Broken);
        }
    }

    [Test]
    public void MoreLaunchesTellMoreAndNoiseTellsLess()
    {
        double[] quiet = [.. SmallestChange.AgainstAFile(Quiet, 1).Select(change => change.Percent)];
        double[] noisy = [.. SmallestChange.AgainstAFile(Noisy, 1).Select(change => change.Percent)];

        quiet[1].ShouldBeLessThan(quiet[0]);
        noisy[0].ShouldBeGreaterThan(2 * quiet[0]);
    }

    [Test]
    public void WithoutAControlLeastIsTold() => SmallestChange.WithoutAControl([.. Quiet.Select(estimate => new Launch(estimate))], 1).First().Percent
        .ShouldBeGreaterThan(SmallestChange.BesideABaseBuild(Quiet, 1).First().Percent);

    private static double MeanOfQuiet(int launches) => Enumerable.Range(0, launches).Average(index => Quiet[index % 2].Value);
}
