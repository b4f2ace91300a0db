using CsCheck;
using NUnit.Framework;
using Perf.Baselines;
using Shouldly;

namespace Perf.Tests.Baselines;

public sealed class BaselineLaunchTests
{
    [Test]
    public void ValuesAreSummedUpInOrderOfSizeAndKeptInOrderOfTime()
    {
        BaselineLaunch launch = BaselineLaunch.Of(iterations: 50, [5, 1, 4, 2, 3]);

        launch.Minimum.ShouldBe(1);
        launch.LowerQuartile.ShouldBe(2);
        launch.Median.ShouldBe(3);
        launch.UpperQuartile.ShouldBe(4);
        launch.Maximum.ShouldBe(5);
        launch.Iterations.ShouldBe(50);
        launch.Values.ShouldBe([5, 1, 4, 2, 3]);
    }

    [Test]
    public void ManyValuesAreThinnedEvenlyInTheirOrder() =>
        Gen.Int[1, 5000].Sample(count =>
        {
            BaselineLaunch launch = BaselineLaunch.Of(count, [.. Enumerable.Range(0, count).Select(i => (double)i)]);

            launch.Values.Count.ShouldBe(Math.Min(count, BaselineLaunch.MostValues));
            double[] steps = [.. launch.Values.Zip(launch.Values.Skip(1), (one, next) => next - one)];
            double even = (double)count / launch.Values.Count;
            steps.ShouldAllBe(step => step >= Math.Floor(even) && step <= Math.Ceiling(even));
            launch.Maximum.ShouldBe(count - 1);
        });

    [Test]
    public void ALaunchWithoutValuesIsRefused() => Should.Throw<ArgumentException>(() => BaselineLaunch.Of(1, []));
}
