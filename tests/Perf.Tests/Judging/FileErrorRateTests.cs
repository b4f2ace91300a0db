using NUnit.Framework;
using Perf.Baselines;
using Perf.Controlled;
using Perf.Judging;
using Perf.Tests.Baselines;
using Perf.Tests.Controlled;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

/// <summary>
/// How often a baseline file errs where 10 % are allowed: five processes are recorded and up to five judged, each of them a whole launch
/// on a made-up clock with a neighbour that comes and goes in the midst of calls.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.Children)]
public sealed class FileErrorRateTests
{
    private const int Verdicts = 400;
    private const int Seed = 20261125;

    // A neighbour comes every fifth of a second.
    private const double Cycle = 0.2;
    private const double AQuarter = 0.25;
    private const double Half = 0.5;

    private static readonly double[] Lucks = [0.01, 0.02, 0.03];

    // What is recorded does not depend on what comes later.
    private static readonly Dictionary<double, Lazy<BaselineSeries[]>> Recorded =
        Lucks.ToDictionary(luck => luck, luck => new Lazy<BaselineSeries[]>(() => Record(luck, AQuarter, Verdicts)));

    [TestCaseSource(nameof(Lucks))]
    public void UnchangedCodeIsNotRedAndPasses(double luck)
    {
        Judgement[] judgements = Judge(luck, 1.00);

        Share(judgements, Verdict.Regressed).ShouldBeLessThanOrEqualTo(0.005);
        Share(judgements, Verdict.Pass).ShouldBeGreaterThanOrEqualTo(0.98);
        judgements.Average(judgement => judgement.Launches).ShouldBeLessThan(1.4);
    }

    [TestCaseSource(nameof(Lucks))]
    public void FivePercentAreHardlyEverRed(double luck) => Share(Judge(luck, 1.05), Verdict.Regressed).ShouldBeLessThanOrEqualTo(0.01);

    [TestCaseSource(nameof(Lucks))]
    public void ThirtyPercentAreFound(double luck)
    {
        Judgement[] judgements = Judge(luck, 1.30);

        Share(judgements, Verdict.Regressed).ShouldBeGreaterThanOrEqualTo(0.95);
        Share(judgements, Verdict.Pass).ShouldBe(0);
        judgements.ShouldAllBe(judgement => judgement.Verdict == Verdict.Regressed || judgement.IsSuspected);
    }

    [Test]
    public void ANeighbourHalfOfTheTimeCostsVerdictsAndMakesNoneWrong()
    {
        BaselineSeries[] recorded = Record(luck: 0.02, Half, Verdicts / 4);

        Judgement[] same = Judge(recorded, luck: 0.02, Half, ratio: 1.00);
        Judgement[] slower = Judge(recorded, luck: 0.02, Half, ratio: 1.30);

        Share(same, Verdict.Regressed).ShouldBe(0);
        Share(same, Verdict.Pass).ShouldBeGreaterThanOrEqualTo(0.9);
        Share(slower, Verdict.Pass).ShouldBe(0);
        Share(slower, Verdict.Regressed).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    private static double Share(Judgement[] judgements, Verdict verdict) =>
        judgements.Count(judgement => judgement.Verdict == verdict) / (double)judgements.Length;

    private static BaselineSeries[] Record(double luck, double busy, int verdicts)
    {
        Random random = new(Seed);
        return
        [
            .. Enumerable.Range(0, verdicts).Select(_ => SomeBaseline.Controlled(
                "A", [.. Enumerable.Range(0, 5).Select(_ => Launch(random, luck, busy, ratio: 1, _ => false))])),
        ];
    }

    private static Judgement[] Judge(double luck, double ratio) => Judge(Recorded[luck].Value, luck, AQuarter, ratio);

    private static Judgement[] Judge(BaselineSeries[] series, double luck, double busy, double ratio)
    {
        Random random = new(Seed + 1);
        return
        [
            .. series.Select(recorded => new Judge(new FakeClock(), 60)
                .Decide([SomeObjectives.TimeRegression], new AgainstFile(new Source(random, luck, busy, ratio), _ => SomeBaseline.Limit(recorded)))
                .ShouldHaveSingleItem()),
        ];
    }

    private static ControlledSamples Launch(Random random, double luck, double busy, double ratio, Func<ControlledSamples, bool> isEnough)
    {
        double chance = new SimulatedSubject(new FakeClock(), random).Normal();
        return new SimulatedSubject(new FakeClock(), random)
        {
            Seconds = 0.02 * ratio,
            Luck = luck * chance,
            InstanceNoise = 0.01,
            CallNoise = 0.03,
            NeighbourAwaySeconds = (1 - busy) * Cycle,
            NeighbourStaysSeconds = busy * Cycle,
        }.Launch(isEnough);
    }

    /// <summary>A fresh process a launch; the first of a run may end early.</summary>
    private sealed class Source(Random random, double luck, double busy, double ratio) : IControlledSource
    {
        private int _launches;

        public ControlledSamples Next(Func<ControlledSamples, bool> isEnough) =>
            Launch(random, luck, busy, ratio, _launches++ == 0 ? isEnough : _ => false);
    }
}
