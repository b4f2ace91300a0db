using NUnit.Framework;
using Perf.Objectives;
using Shouldly;

namespace Perf.Tests.Objectives;

[TestFixture]
public sealed class ObjectiveTests
{
    [Test]
    public void TheInstrumentIsNamedWhereTheMetricDoesNotSayIt()
    {
        SomeObjectives.Tail.MetricInWords.ShouldBe("tail_ratio (receipts.stage.duration{stage=forward})");
        SomeObjectives.Score.MetricInWords.ShouldBe("receipts.score");
        SomeObjectives.Duration.MetricInWords.ShouldBe("time");
        (SomeObjectives.Throughput with { Reading = new Reading.Throughput(null) })
            .MetricInWords.ShouldBe("throughput");
    }

    [Test]
    public void TheOriginOfABoundIsTheLineInForceOrElseTheAttribute()
    {
        const string line = "baselines/thresholds.yaml:6, validation.max_time_seconds";

        new Origin("[MaxDuration(5)]", line).ToString().ShouldBe(line);
        new Origin("[MaxDuration(5)]", null).ToString().ShouldBe("[MaxDuration(5)]");
    }

    [Test]
    public void TheSectionIsInTheTitleUnlessTheMetricSaysIt()
    {
        Objective allocations = SomeObjectives.Allocations;
        Origin line = new("[MaxAllocations]", "baselines/thresholds.yaml:9, validation.max_allocated_bytes", "validation");

        allocations.Title.ShouldBe("Allocated bytes");
        (allocations with { Origin = line }).Title.ShouldBe("Validation allocated bytes");
        (allocations with { Origin = line with { Section = "bytes" } }).Title.ShouldBe("Allocated bytes");
    }

    [Test]
    public void AHeadingWritesProcessorsInCapitals()
    {
        SomeObjectives.DeviceShare.Title.ShouldBe("GPU memory");
        (SomeObjectives.ProcessMemory with { Origin = new Origin("[MaxCpuMemory]", null, "loading") }).Title.ShouldBe("Loading CPU memory");
    }
}
