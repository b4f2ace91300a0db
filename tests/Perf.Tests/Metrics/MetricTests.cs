using NUnit.Framework;
using Perf.Metrics;
using Shouldly;

namespace Perf.Tests.Metrics;

[TestFixture]
public sealed class MetricTests
{
    [Test]
    public void ARegressionMayNameAMetricOfTheBody()
    {
        Metric.OfTheBody("time").ShouldBeSameAs(Metric.Time);
        Metric.OfTheBody("allocated_bytes").ShouldBeSameAs(Metric.AllocatedBytes);
        Metric.OfTheBody("Time").ShouldBeNull();
        Metric.OfTheBody("receipts.images").ShouldBeNull();
    }

    [Test]
    public void OfTheBuiltInMetricsOnlyTimeIsNoisy()
    {
        Metric[] exact =
            [Metric.AllocatedBytes, Metric.CpuMemory, Metric.GpuMemoryShare, Metric.GpuMemory, Metric.CacheHitRate];

        Metric.Time.IsNoisy.ShouldBeTrue();
        exact.ShouldAllBe(metric => !metric.IsNoisy);
    }
}
