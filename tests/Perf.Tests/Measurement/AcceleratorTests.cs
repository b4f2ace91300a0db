using NUnit.Framework;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Shouldly;

namespace Perf.Tests.Measurement;

[TestFixture]
public sealed class AcceleratorTests
{
    [TestCase(null, "cpu", null)]
    [TestCase(null, "Some GPU", null)]
    [TestCase("Some GPU", "Some GPU", null)]
    [TestCase("Some GPU", "Another GPU", "the body works on Some GPU, and this run is one on Another GPU")]
    [TestCase("Some GPU", "cpu", "the body works on Some GPU, and a baseline of this environment is of no device")]
    public void WhatOneDeviceTakesIsNoNumberOfAnother(string? used, string ofRun, string? expected)
    {
        string? told = Accelerator.Mismatch(used is null ? null : new DeviceIdentity(used, null), ofRun);

        (told is null).ShouldBe(expected is null);
        (told ?? "").ShouldStartWith(expected ?? "");
    }

    [TestCase("gpu", true)]
    [TestCase("GPU-large", true)]
    [TestCase("cpu", false)]
    public void AnEnvironmentOfADeviceBeginsWithGpu(string environment, bool expected) => Accelerator.IsExpected(environment).ShouldBe(expected);
}
