using NUnit.Framework;
using Perf.Controlled;
using Shouldly;

namespace Perf.Tests.Controlled;

[TestFixture]
public sealed class ControlledSizeTests
{
    [TestCase(12, 2, true)]
    [TestCase(1000, 1.49, false)]
    [TestCase(11, 2, false)]
    [TestCase(11, 4.99, false)]
    [TestCase(1, 5, true)]
    public void ALaunchIsTwelveSamplesInOneAndAHalfSecondsOrWhatFiveSecondsGive(int samples, double seconds, bool expected) =>
        ControlledSize.IsReached(samples, seconds).ShouldBe(expected);
}
