using System.Globalization;
using NUnit.Framework;
using Perf.Measurement.Probes;
using Shouldly;

namespace Perf.Tests.Measurement.Probes;

[TestFixture]
public sealed class LoadAverageTests
{
    [Test]
    public void UnixTellsItsLoadAndWindowsDoesNot()
    {
        double? load = LoadAverage.OfLastMinute();

        load.HasValue.ShouldBe(!OperatingSystem.IsWindows());
        (load ?? 0).ShouldBeInRange(0, 1e6);
    }

    [Test]
    [Platform("Linux")]
    public void ItIsTheOneOfTheLastMinute()
    {
        double before;
        double? load;
        do
        {
            before = OfKernel();
            load = LoadAverage.OfLastMinute();
        }
        while (OfKernel() != before);

        // The kernel's text has two decimals.
        load!.Value.ShouldBe(before, 0.011);
    }

    private static double OfKernel() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
