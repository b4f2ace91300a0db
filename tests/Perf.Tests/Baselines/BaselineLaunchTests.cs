using CsCheck;
using NUnit.Framework;
using Perf.Baselines;
using Shouldly;

namespace Perf.Tests.Baselines;

public sealed class BaselineLaunchTests
{
    [Test]
    public void ValuesAreSummedUp()
    {
        BaselineLaunch launch = BaselineLaunch.Of(iterations: 50, [5, 1, 4, 2, 3]);

        launch.Minimum.ShouldBe(1);
        launch.LowerQuartile.ShouldBe(2);
        launch.Median.ShouldBe(3);
        launch.UpperQuartile.ShouldBe(4);
        launch.Maximum.ShouldBe(5);
        launch.Iterations.ShouldBe(50);
    }

    [Test]
    public void ManyValuesAreKeptAsTheirQuantiles() =>
        Gen.Int[1, 5000].Sample(count =>
        {
            BaselineLaunch launch = BaselineLaunch.Of(count, [.. Enumerable.Range(0, count).Select(i => (double)i)]);

            launch.Quantiles.Count.ShouldBe(BaselineLaunch.QuantileCount);
            launch.Quantiles.Zip(launch.Quantiles.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second);
            launch.Quantiles[0].ShouldBe(launch.Minimum);
            launch.Quantiles[10].ShouldBe(launch.Median);
            launch.Quantiles[^1].ShouldBe(count - 1);
        });

    [Test]
    public void ALaunchWithoutValuesIsRefused() => Should.Throw<ArgumentException>(() => BaselineLaunch.Of(1, []));
}
