using NUnit.Framework;
using Perf.Duets;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Duets;

[TestFixture]
public sealed class DuetSpreadTests
{
    private const int PairsPerRound = 6;

    [Test]
    public void EachLevelOfNoiseIsToldByItself()
    {
        SimulatedArms chance = new(new FakeClock(), new Random(5));
        DuetSamples[] launches = [.. Enumerable.Range(0, 400).Select(_ => Launch(chance, calls: 0.05, instances: 0.10, process: 0.20))];

        DuetSpread spread = Of(launches);

        // A pair is of two calls. Medians of six pairs and of four rounds keep a part of what lies below them.
        spread.Pairs!.Value.ShouldBe(0.05 * Math.Sqrt(2), 0.003);
        spread.Rounds!.Value.ShouldBe(0.107, 0.01);
        spread.Launches!.Value.ShouldBe(0.21, 0.03);
    }

    [Test]
    public void RoundsOfThreePairsTellTheSameOfThePairs()
    {
        SimulatedArms chance = new(new FakeClock(), new Random(6));
        DuetSamples[] launches =
            [.. Enumerable.Range(0, 400).Select(_ => Launch(chance, calls: 0.05, instances: 0, process: 0, pairsPerRound: 3))];

        Of(launches).Pairs!.Value.ShouldBe(0.05 * Math.Sqrt(2), 0.003);
    }

    [Test]
    public void AFewDisturbedPairsDoNotMoveTheSpreadOfThePairs()
    {
        double[] head = [.. Enumerable.Range(0, 24).Select(pair => pair % 2 == 0 ? 1.00 : 1.02)];
        double undisturbed = Of(DuetFigures.Pairs(Ones(24), head, PairsPerRound)).Pairs!.Value;

        (head[3], head[14]) = (9, 0.2);

        Of(DuetFigures.Pairs(Ones(24), head, PairsPerRound)).Pairs!.Value.ShouldBe(undisturbed, 1e-12);
    }

    [Test]
    public void OneLaunchTellsNothingOfTheLuckOfProcesses()
    {
        DuetSamples duet = DuetFigures.Pairs(Ones(4), [1.0, 1.0, 1.1, 1.1]);

        Of(duet).Launches.ShouldBeNull();
        Of(duet).Rounds!.Value.ShouldBe(Math.Log(1.1) / Math.Sqrt(2), 1e-12);
        Of(duet, duet).Launches.ShouldBe(0);
    }

    [Test]
    public void OnePairTellsNothingOfAnySpread() =>
        Of(DuetFigures.Pairs([1], [1.1])).ShouldBe(new DuetSpread(null, null, null));

    [Test]
    public void ASampleThatIsSetAsideIsNoNoise()
    {
        DuetSamples duet = DuetFigures.Pairs(Ones(6), [1, 1, double.NaN, 1, 1, 1], PairsPerRound);

        Of(duet).Pairs.ShouldBe(0);
    }

    private static DuetSpread Of(params DuetSamples[] launches) => DuetSpread.Of(new Reading.BodyTime(), launches, inWall: false);

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    private static DuetSamples Launch(
        SimulatedArms chance, double calls, double instances, double process, int pairsPerRound = PairsPerRound)
    {
        double luck = process * chance.Normal();
        double[] ofHead =
        [
            .. Enumerable.Range(0, 4)
                .Select(_ => instances * chance.Normal())
                .SelectMany(layout => Enumerable.Range(0, pairsPerRound).Select(_ => Math.Exp(luck + layout + (calls * chance.Normal())))),
        ];
        return DuetFigures.Pairs([.. ofHead.Select(_ => Math.Exp(calls * chance.Normal()))], ofHead, pairsPerRound);
    }
}
