using NUnit.Framework;
using Perf.Measurement;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class SampleSizeTests
{
    [TestCase(12, 1.5, true)]
    [TestCase(11, 4.9, false)]
    [TestCase(5000, 1.49, false)]
    [TestCase(1, 5, true)]
    public void ANoisyMetricNeedsTwelveSamplesAndOneAndAHalfSecondsButFiveAreEnough(
        int samples, double seconds, bool expected) =>
        SampleSize.ForNoisy.IsReached(samples, seconds).ShouldBe(expected);

    [TestCase(5, 0, true)]
    [TestCase(4, 4.9, false)]
    [TestCase(1, 5, true)]
    public void AnExactMetricNeedsFiveSamples(int samples, double seconds, bool expected) =>
        SampleSize.ForExact.IsReached(samples, seconds).ShouldBe(expected);

    [TestCase(19, 29.0, false)]
    [TestCase(20, 1.4, false)]
    [TestCase(20, 1.5, true)]
    [TestCase(3, 30.0, true)]
    public void ATailGetsTimeForTwentyIterations(int samples, double seconds, bool expected) =>
        SampleSize.Of(new SamplingPlan { HasTail = true }).IsReached(samples, seconds).ShouldBe(expected);
}
