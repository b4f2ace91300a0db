using CsCheck;
using NUnit.Framework;
using Perf.Duets;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Tests.Duets;

[TestFixture]
public sealed class DuetEstimateTests
{
    private static readonly Gen<(double[] Base, double[] Head)> SomePairs =
        from count in Gen.Int[4, 40]
        from ofBase in Gen.Double[0.001, 0.01].Array[count]
        from ofHead in Gen.Double[0.001, 0.01].Array[count]
        select (ofBase, ofHead);

    [Test]
    public void TheEstimateIsTheMedianOfThePairs()
    {
        DuetSamples samples = DuetFigures.Pairs([1, 2, 1, 2], [1.1, 2.2, 1.2, 2.4]);

        Estimate estimate = DuetFigures.Time(samples);

        estimate.Value.ShouldBe((Math.Log(1.1) + Math.Log(1.2)) / 2, 1e-12);

        // Round medians ln 1.1 and ln 1.2: their standard deviation is their distance / √2.
        estimate.StandardError.ShouldBe(1.2533 * (Math.Log(1.2) - Math.Log(1.1)) / 2, 1e-9);
    }

    [Test]
    public void TwoBuildsNeverAgreeBetterThanToFourTenthsOfAPercent() =>
        DuetFigures.StandardErrorOfTime(DuetFigures.Pairs([1, 1, 1, 1], [1, 1, 1, 1])).ShouldBe(0.004);

    [Test]
    public void OneRoundTellsNothingOfItsError() =>
        DuetFigures.StandardErrorOfTime(DuetFigures.Pairs([1, 1], [1, 1])).ShouldBe(1);

    [Test]
    public void WithTheSidesSwappedTheEstimateTurnsItsSign() => SomePairs.Sample(pairs =>
    {
        Estimate forward = DuetFigures.Time(DuetFigures.Pairs(pairs.Base, pairs.Head));
        Estimate backward = DuetFigures.Time(DuetFigures.Pairs(pairs.Head, pairs.Base));
        backward.Value.ShouldBe(-forward.Value, 1e-12);
        backward.StandardError.ShouldBe(forward.StandardError, 1e-12);
    });

    [Test]
    public void ASlowerHeadIsNeverTakenForAFasterOne() => Gen.Select(SomePairs, Gen.Double[1, 3]).Sample((pairs, slower) =>
        DuetFigures.Time(DuetFigures.Pairs(pairs.Base, [.. pairs.Head.Select(seconds => seconds * slower)])).Value
            .ShouldBe(DuetFigures.Time(DuetFigures.Pairs(pairs.Base, pairs.Head)).Value + Math.Log(slower), 1e-9));

    [Test]
    public void MoreOfARateIsBetter()
    {
        DuetSamples samples = DuetFigures.Pairs([1, 1, 1, 1], [2, 2, 2, 2]);
        samples = samples with
        {
            Base = samples.Base with { Samples = samples.Base.Samples with { Instruments = [SomeSamples.Instrument(SomeObjectives.Images.ToString(), 8, 8, 8, 8)] } },
            Head = samples.Head with { Samples = samples.Head.Samples with { Instruments = [SomeSamples.Instrument(SomeObjectives.Images.ToString(), 8, 8, 8, 8)] } },
        };

        DuetEstimate.Of(new Reading.Throughput(SomeObjectives.Images), Direction.HigherIsBetter, samples, inWall: false).Value
            .ShouldBe(Math.Log(2), 1e-12);
    }

    [Test]
    public void ACollectionIsPaidByWhoAllocates()
    {
        // Both allocate alike; the collection happened to fall on the head's second sample.
        DuetSamples samples = Allocating([1, 1, 1, 1], [1, 3, 1, 1], pauseOfHeadsSecond: 2, bytesOfHead: 100);

        (double[] ofBase, double[] ofHead) = DuetValues.Of(new Reading.BodyTime(), samples, inWall: false);

        ofBase.ShouldBe([1.25, 1.25, 1.25, 1.25]);
        ofHead.ShouldBe([1.25, 1.25, 1.25, 1.25]);
    }

    [Test]
    public void WhoAllocatesMorePaysMore()
    {
        DuetSamples samples = Allocating([1, 1, 1, 1], [1, 3, 1, 1], pauseOfHeadsSecond: 2, bytesOfHead: 300);

        (double[] ofBase, double[] ofHead) = DuetValues.Of(new Reading.BodyTime(), samples, inWall: false);

        ofBase[0].ShouldBe(1 + (2 * 100 / 1600.0), 1e-12);
        ofHead[0].ShouldBe(1 + (2 * 300 / 1600.0), 1e-12);
    }

    [Test]
    public void ACollectionIsPaidByItsOwnBuildWhereEachHasAHeap()
    {
        DuetSamples samples = Allocating([1, 1, 1, 1], [1, 3, 1, 1], pauseOfHeadsSecond: 2, bytesOfHead: 100) with { ShareAHeap = false };

        (double[] ofBase, double[] ofHead) = DuetValues.Of(new Reading.BodyTime(), samples, inWall: false);

        ofBase.ShouldBe([1, 1, 1, 1]);
        ofHead.ShouldBe([1.5, 1.5, 1.5, 1.5]);
    }

    [Test]
    public void ThePauseOfAServersCollectorIsInNoThreadsTime()
    {
        DuetSamples samples = Allocating([1, 1, 1, 1], [1, 1, 1, 1], pauseOfHeadsSecond: 2, bytesOfHead: 100) with { IsServerCollector = true };

        DuetValues.Of(new Reading.BodyTime(), samples, inWall: false).Head.ShouldBe([1, 1, 1, 1]);
    }

    [Test]
    public void ASampleThatACollectionHidIsSetAside()
    {
        DuetSamples samples = Allocating([1, 1, 1, 1], [1, 2.3, 1, 1], pauseOfHeadsSecond: 2, bytesOfHead: 100);

        DuetValues.Of(new Reading.BodyTime(), samples, inWall: false).Head[1].ShouldBe(double.NaN);
        DuetEstimate.SetAside(new Reading.BodyTime(), samples, inWall: false).ShouldBe(0.25);
        DuetFigures.Time(samples).Value.ShouldBe(0, 1e-12);
    }

    [Test]
    public void AMetricThatIsAlwaysZeroHasNoRatio() => Should.Throw<MeasurementException>(
        () => DuetFigures.Time(DuetFigures.Pairs([0, 0], [0, 0]))).Message.ShouldContain("above 0");

    private static DuetSamples Allocating(double[] ofBase, double[] ofHead, double pauseOfHeadsSecond, double bytesOfHead)
    {
        DuetSamples samples = DuetFigures.Pairs(ofBase, ofHead);
        return samples with
        {
            Base = samples.Base with { Samples = samples.Base.Samples with { AllocatedBytes = [100, 100, 100, 100] } },
            Head = new ArmSamples(
                samples.Head.Samples with { AllocatedBytes = [.. Enumerable.Repeat(bytesOfHead, 4)] },
                [0, pauseOfHeadsSecond, 0, 0]),
        };
    }
}
