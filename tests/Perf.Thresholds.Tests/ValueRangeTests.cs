namespace Perf.Thresholds.Tests;

public sealed class ValueRangeTests
{
    [Test]
    public void ARangeSaysWhatItHolds()
    {
        ValueRange.Finite.ToString().ShouldBe("any finite number");
        ValueRange.Positive.ToString().ShouldBe("greater than 0");
        ValueRange.NotNegative.ToString().ShouldBe("at least 0");
        new ValueRange(0, false, 100, true).ToString().ShouldBe("greater than 0, at most 100");
        new ValueRange(0, true, 100, false).ToString().ShouldBe("at least 0, below 100");
        new ValueRange(double.NegativeInfinity, false, 1.5, false).ToString().ShouldBe("below 1.5");
        new ValueRange(0, true, 9, true, IsWhole: true).ToString().ShouldBe("a whole number, at least 0, at most 9");
    }

    [TestCase(0, false)]
    [TestCase(double.Epsilon, true)]
    [TestCase(100, true)]
    [TestCase(100.00000001, false)]
    [TestCase(double.NaN, false)]
    public void TheEdgesAreInOrOut(double value, bool isIn) =>
        new ValueRange(0, false, 100, true).Contains(value).ShouldBe(isIn);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void WhatIsNotFiniteIsInNoRange(double value)
    {
        ValueRange.Finite.Contains(value).ShouldBeFalse();
        new ValueRange(double.NegativeInfinity, true, double.PositiveInfinity, true).Contains(value).ShouldBeFalse();
    }

    [Test]
    public void AHalfIsNoWholeNumber()
    {
        ValueRange whole = new(0, true, 9, true, IsWhole: true);
        whole.Contains(3).ShouldBeTrue();
        whole.Contains(3.5).ShouldBeFalse();
    }
}
