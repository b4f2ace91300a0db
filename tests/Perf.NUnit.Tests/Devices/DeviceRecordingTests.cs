using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Devices;

/// <summary>What of a device is recorded in no baseline; no time decides here.</summary>
[Parallelizable(ParallelScope.Self), Platform("Linux")]
public sealed class DeviceRecordingTests
{
    [Test]
    public void WhatAThrottledDeviceTookIsNotRecorded()
    {
        using DeviceRun run = new("REASONS=0x44");

        DuetRun recording = run.Alone("Name=Computes", ("PERF_RECORD", "true"));

        recording.ExitCode.ShouldNotBe(0);
        recording.Output.ShouldContain("0 of 5 processes measured it: Stand-in One was throttled for 100 % of the time");
        File.Exists(run.Baseline).ShouldBeFalse();
    }

    [Test]
    public void ABaselineOfAnEnvironmentWithoutADeviceIsNotOneOfADevice()
    {
        using DeviceRun run = new();

        DuetRun recording = run.Alone("Name=Computes", ("PERF_RECORD", "true"), ("PERF_ENVIRONMENT", "cpu"));
        TrxResult judged = run.Alone("Name=Computes", ("PERF_ENVIRONMENT", "cpu")).Test("Computes");

        recording.Test("Computes").Message.ShouldContain("not recorded: the body works on Stand-in One");
        judged.Outcome.ShouldBe("NotExecuted");
        judged.Message.ShouldContain("name the environment gpu (PERF_ENVIRONMENT)");
    }
}
