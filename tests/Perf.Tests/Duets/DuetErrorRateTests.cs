using NUnit.Framework;
using Perf.Measurement;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>How often a duet errs: whole launches on a made-up clock, with the noise that machines were seen to have.</summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
public sealed class DuetErrorRateTests
{
    private const int Verdicts = 1_500;

    [Test]
    public void UnchangedCodeIsNeverRed([Values] Noise noise) => Shares(noise, 1.00).Red.ShouldBe(0);

    [Test]
    public void FivePercentIsHardlyEverRed([Values] Noise noise) => Shares(noise, 1.05).Red.ShouldBeLessThanOrEqualTo(0.003);

    [Test]
    public void FifteenPercentIsFound([Values] Noise noise) => Shares(noise, 1.15).Red.ShouldBeGreaterThanOrEqualTo(0.9);

    [Test]
    public void TwentyPercentIsFound([Values] Noise noise) => Shares(noise, 1.20).Red.ShouldBeGreaterThanOrEqualTo(0.99);

    [Test]
    public void NoSideIsFavoured([Values] Noise noise)
    {
        Random random = new(20261124);

        double mean = Enumerable.Range(0, Verdicts).Average(_ => Launch(random, noise, 1).Value);

        mean.ShouldBe(0, 0.002);
    }

    /// <summary>What disturbs.</summary>
    public enum Noise
    {
        Quiet,
        Luck,
        Layout,
        Neighbours,
        Drift,
        HeavyTails,
        Everything,
    }

    private static VerdictShares Shares(Noise noise, double ratio) =>
        VerdictShares.Of(Verdicts, random => Launch(random, noise, ratio));

    private static Estimate Launch(Random random, Noise noise, double ratio)
    {
        bool all = noise == Noise.Everything;
        SimulatedArms chance = new(new FakeClock(), random);
        return DuetFigures.Time(new SimulatedArms(new FakeClock(), random)
        {
            Ratio = ratio,
            Luck = (noise == Noise.Luck || all ? 0.015 : 0.005) * chance.Normal(),
            InstanceNoise = noise == Noise.Layout || all ? 0.03 : 0.005,
            CallNoise = noise == Noise.Quiet ? 0.005 : 0.03,
            Bursts = noise == Noise.Neighbours || all ? 0.05 : 0,
            Drift = noise == Noise.Drift || all ? 0.0005 : 0,
            HeavyTail = noise == Noise.HeavyTails || all ? 0.1 : 0,
        }.Launch());
    }
}
