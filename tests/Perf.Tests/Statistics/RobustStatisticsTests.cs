using CsCheck;
using MathNet.Numerics.Distributions;
using NUnit.Framework;
using Perf.Measurement;
using Perf.Statistics;
using Shouldly;

namespace Perf.Tests.Statistics;

[TestFixture]
public sealed class RobustStatisticsTests
{
    private const double Close = 1e-12;

    // What numpy.percentile and R's quantile answer for 15, 20, 35, 40, 50.
    [TestCase(0, 15)]
    [TestCase(5, 16)]
    [TestCase(40, 29)]
    [TestCase(50, 35)]
    [TestCase(95, 48)]
    [TestCase(100, 50)]
    public void APercentileIsThatOfTypeSeven(double percentile, double expected) =>
        RobustStatistics.Percentile([35, 20, 50, 15, 40], percentile).ShouldBe(expected, Close);

    [Test]
    public void TheErrorOfAMedianComesFromTheMedianDeviation()
    {
        // deviations from 3: 2, 1, 0, 1, 97, whose median is 1
        Estimate estimate = RobustStatistics.Median([1, 2, 3, 4, 100]);

        estimate.Value.ShouldBe(3);
        estimate.StandardError.ShouldBe(1.5 * 1.2533 * 1.4826 / Math.Sqrt(5), Close);
    }

    [Test]
    public void TheDeviationIsWhatTheMedianDeviationStandsFor() => RobustStatistics.Deviation([1, 2, 3, 4, 100]).ShouldBe(1.4826, Close);

    [Test]
    public void TheDeviationOfNormalValuesIsTheirStandardDeviation()
    {
        double[] values = [.. Enumerable.Range(1, 9_999).Select(step => Normal.InvCDF(5, 0.25, step / 10_000.0))];

        RobustStatistics.Deviation(values).ShouldBe(0.25, 1e-4);
    }

    [Test]
    public void OneValueHasNoSpread() => RobustStatistics.Median([7]).ShouldBe(new Estimate(7, 0));

    [Test]
    public void NoValueHasNoMedian()
    {
        Should.Throw<ArgumentException>(() => RobustStatistics.Median([]));
        Should.Throw<ArgumentException>(() => RobustStatistics.QuietMedian([]));
    }

    [Test]
    public void TheQuietWitnessIsTheMedianOfTheBestQuarter()
    {
        Estimate estimate = RobustStatistics.QuietMedian([9, 12, 1, 8, 3, 7, 2, 10, 11, 5, 6, 4]);

        estimate.Value.ShouldBe(2);
        estimate.StandardError.ShouldBe(1.5 * 1.2533 * 1.4826 / Math.Sqrt(3), Close);
    }

    [Test]
    public void TheBestQuarterOfThreeValuesIsTheBestOne() =>
        RobustStatistics.QuietMedian([3, 1, 2]).Value.ShouldBe(1);

    [Test]
    public void DisturbingTheSlowerThreeQuartersDoesNotMoveTheQuietWitness() =>
        Gen.Select(Gen.Double[1, 2].Array[12, 60], Gen.Double[1, 100]).Sample((values, factor) =>
        {
            double[] sorted = [.. values.Order()];
            double[] disturbed = [.. sorted.Select((value, i) => i < sorted.Length / 4 ? value : value * factor)];

            RobustStatistics.QuietMedian(disturbed).ShouldBe(RobustStatistics.QuietMedian(sorted));
        });

    [Test]
    public void TheTailRatioIsThePercentileOverTheMean()
    {
        double[] values = [.. Enumerable.Range(1, 20).Select(i => (double)i)];

        // type 7 of 1 … 20: 1 + 0.95 · 19 = 19.05; their mean is 10.5
        RobustStatistics.LogTailRatio(values, 95).Value.ShouldBe(Math.Log(19.05 / 10.5), Close);
    }

    [Test]
    public void EqualValuesHaveATailRatioOfOneWithoutError() =>
        RobustStatistics.LogTailRatio([.. Enumerable.Repeat(0.25, 30)], 95).ShouldBe(new Estimate(0, 0));

    [Test]
    public void TheErrorOfATailRatioIsAJackknifeOverTenBlocks()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => 1 + ((i * 37 % 50) / 50.0))];
        double[] without = new double[10];
        for (int block = 0; block < 10; block++)
        {
            double[] rest = [.. values.Take(5 * block), .. values.Skip(5 * (block + 1))];
            Array.Sort(rest);

            // type 7 of 45 values at 0.95: position 41.8
            without[block] = Math.Log((rest[41] + (0.8 * (rest[42] - rest[41]))) / rest.Average());
        }

        double mean = without.Sum() / 10;
        double expected = Math.Sqrt(0.9 * without.Sum(value => (value - mean) * (value - mean)));

        RobustStatistics.LogTailRatio(values, 95).StandardError.ShouldBe(expected, Close);
    }

    [Test]
    public void ValuesThatWereDisturbedTogetherAreLessCertainThanScatteredOnes()
    {
        double[] together = [.. Enumerable.Range(0, 100).Select(i => i < 10 ? 3.0 : 1 + (i % 7 * 0.01))];
        double[] scattered = [.. Enumerable.Range(0, 100).Select(i => i % 10 == 0 ? 3.0 : 1 + (i % 7 * 0.01))];

        RobustStatistics.LogTailRatio(together, 95).StandardError
            .ShouldBeGreaterThan(10 * RobustStatistics.LogTailRatio(scattered, 95).StandardError);
    }
}
