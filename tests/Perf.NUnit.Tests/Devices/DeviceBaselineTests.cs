using NUnit.Framework;
using Perf.Baselines;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Devices;

/// <summary>Regressions on a device, against a file and beside another build.</summary>
[NonParallelizable, Platform("Linux")]
public sealed class DeviceBaselineTests
{
    [Test]
    public void ASlowerDeviceIsToldByAFileThatWasRecordedBesideAControlOnTheDevice()
    {
        using DeviceRun run = new();
        run.Alone("Name=Computes", ("PERF_RECORD", "true")).ExitCode.ShouldBe(0);
        BaselineWriter.Update(run.Baseline, recorded => recorded with { Series = [.. recorded.Series.Select(series => series with { Build = null })] });

        BaselineFile file = BaselineReader.Read(run.Baseline);
        file.Environment.ShouldBe("gpu");
        file.Machine!.Accelerator.ShouldBe("Stand-in One");
        file.Series.Select(series => series.Metric).Order().ShouldBe(["gpu_time", "time"]);
        file.Series.ShouldAllBe(series => series.Control!.Name.Contains("DeviceControl"));

        TrxResult doubled = run.Alone("Name=Computes", ("DEVICE_MS", "20")).Test("Computes");
        doubled.Outcome.ShouldBe("Failed");
        doubled.Message.ShouldMatch(@"(?m)^  1\) Time regression: \+\d+\.\d % \(allowed \+10 %\)");
        doubled.Message.ShouldMatch(@"(?m)^  2\) GPU time regression: \+\d+\.\d % \(allowed \+10 %\)");
        doubled.Message.ShouldContain("Device:      Stand-in One, 1980 MHz");
    }

    [Test]
    public void BesideAnotherBuildTheDevicesTimeIsCompared()
    {
        using DeviceRun run = new();

        TrxResult twice = run.Beside("Name=ComputesTwice").Test("ComputesTwice");

        twice.Outcome.ShouldBe("Failed");
        twice.Message.ShouldMatch(@"^GPU time regression: \+\d+\.\d % \(allowed \+10 %\)");
        twice.Message.ShouldContain("run beside this one");
    }
}
