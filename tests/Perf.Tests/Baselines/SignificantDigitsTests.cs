using CsCheck;
using NUnit.Framework;
using Perf.Baselines;
using Shouldly;

namespace Perf.Tests.Baselines;

[TestFixture]
public sealed class SignificantDigitsTests
{
    [TestCase(0.1 + 0.2, 0.3)]
    [TestCase(0.0123456789, 0.0123457)]
    [TestCase(-0.0123456789, -0.0123457)]
    [TestCase(9999999, 10000000)]
    [TestCase(1234567890, 1234570000)]
    [TestCase(0, 0)]
    [TestCase(double.Epsilon, double.Epsilon)]
    [TestCase(double.MaxValue, 1.79769e308)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    [TestCase(double.NaN, double.NaN)]
    public void SixDigitsAreKept(double value, double expected) => SignificantDigits.Round(value).ShouldBe(expected);

    [Test]
    public void NothingMovesByMoreThanHalfADigitAndTwiceIsAsGoodAsOnce() => Gen.Double[-1e300, 1e300].Sample(value =>
    {
        double rounded = SignificantDigits.Round(value);

        Math.Abs(rounded - value).ShouldBeLessThanOrEqualTo(5.0001e-6 * Math.Abs(value));
        SignificantDigits.Round(rounded).ShouldBe(rounded);
    });

    [Test]
    public void TheOrderIsKept() => Gen.Select(Gen.Double[1e-9, 1e3], Gen.Double[1e-9, 1e3]).Sample(
        (one, other) => SignificantDigits.Round(Math.Min(one, other))
            .ShouldBeLessThanOrEqualTo(SignificantDigits.Round(Math.Max(one, other))));
}
