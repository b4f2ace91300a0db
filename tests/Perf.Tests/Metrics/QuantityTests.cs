using System.Globalization;
using CsCheck;
using NUnit.Framework;
using Perf.Metrics;
using Shouldly;

namespace Perf.Tests.Metrics;

[TestFixture]
public sealed class QuantityTests
{
    [TestCase(0, "0 s")]
    [TestCase(12.31, "12.31 s")]
    [TestCase(0.01231, "12.31 ms")]
    [TestCase(0.0005, "500 µs")]
    [TestCase(2.5e-7, "250 ns")]
    [TestCase(-0.002, "-2 ms")]
    [TestCase(4321.7, "4322 s")]
    public void ADurationIsToldInTheUnitThatKeepsItReadable(double seconds, string expected) =>
        Quantity.Of(seconds, "s").ShouldBe(expected);

    [TestCase(0, "0 B")]
    [TestCase(1023, "1023 B")]
    [TestCase(1024, "1 KiB")]
    [TestCase(1536, "1.5 KiB")]
    [TestCase(5_368_709_120, "5 GiB")]
    [TestCase(1.2e18, "1091394 TiB")]
    public void ASizeIsToldInPowersOf1024(double bytes, string expected) => Quantity.Of(bytes, "By").ShouldBe(expected);

    [TestCase(4, "GiBy", "4 GiB")]
    [TestCase(0.5, "GiBy", "512 MiB")]
    [TestCase(0, "GiBy", "0 B")]
    [TestCase(1.25, "1", "1.25")]
    [TestCase(80, "%", "80 %")]
    [TestCase(51.2, "{image}/s", "51.2 {image}/s")]
    public void AnyOtherUnitStandsAsItIs(double value, string unit, string expected) =>
        Quantity.Of(value, unit).ShouldBe(expected);

    [TestCase(15.234, "+15.2 %")]
    [TestCase(-3.06, "−3.1 %")]
    [TestCase(0, "0.0 %")]
    [TestCase(-0.01, "0.0 %")]
    public void AChangeHasItsSign(double percent, string expected) => Quantity.Percent(percent).ShouldBe(expected);

    [TestCase(0, "0")]
    [TestCase(0.5, "0.5")]
    [TestCase(0.01234, "0.01234")]
    [TestCase(0.00012344, "0.0001234")]
    [TestCase(-0.00012344, "-0.0001234")]
    [TestCase(1.2344, "1.23")]
    [TestCase(123.44, "123.4")]
    [TestCase(1234.4, "1234")]
    [TestCase(double.NaN, "NaN")]
    public void ANumberHasAboutFourDigits(double value, string expected) => Quantity.Number(value).ShouldBe(expected);

    [Test]
    public void ANumberThatIsNotZeroNeverReadsAsZero() =>
        Gen.Double[1e-12, 1e12].Sample(value =>
            double.Parse(Quantity.Number(value), CultureInfo.InvariantCulture).ShouldBe(value, value * 0.006));
}
