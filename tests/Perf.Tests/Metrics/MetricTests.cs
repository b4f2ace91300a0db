using NUnit.Framework;
using Perf.Metrics;
using Shouldly;

namespace Perf.Tests.Metrics;

[TestFixture]
public sealed class MetricTests
{
    [Test]
    public void OfTheBuiltInMetricsOnlyTimesAreNoisy()
    {
        Metric[] exact =
            [Metric.AllocatedBytes, Metric.CpuMemory, Metric.GpuMemoryShare, Metric.GpuMemory, Metric.CacheHitRate];

        Metric.Time.IsNoisy.ShouldBeTrue();
        Metric.GpuTime.IsNoisy.ShouldBeTrue();
        exact.ShouldAllBe(metric => !metric.IsNoisy);
    }
}
