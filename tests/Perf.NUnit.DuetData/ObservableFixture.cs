using System.Diagnostics.Metrics;
using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>Instruments that every copy in the process answers for: base, head, and the one that NUnit itself runs.</summary>
[TestFixture]
public sealed class ObservableFixture
{
    private static readonly Meter Meter = new("Perf.DuetData.Observable");
    private static readonly int[] Sizes = [1];

    static ObservableFixture()
    {
        Meter.CreateObservableGauge("duet.depth", () => Side.Copy switch { "base" => 10, "head" => 30, _ => 20 });
        Meter.CreateObservableGauge("duet.width", () => Side.Copy == "host" ? 99 : 10);
    }

    [Test, MaxRegression(10, Metric = "duet.depth"), MaxMetric("duet.depth", 25)]
    public void Deeper() => Thread.Sleep(1);

    // A source of cases runs this class before any body does.
    [TestCaseSource(nameof(Sizes)), MaxRegression(10, Metric = "duet.width")]
    public void AsWide(int size) => Thread.Sleep(size);
}
