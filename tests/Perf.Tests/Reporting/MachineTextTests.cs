using NUnit.Framework;
using Perf.Reporting;
using Perf.Tests.Baselines;
using Shouldly;

namespace Perf.Tests.Reporting;

public sealed class MachineTextTests
{
    [Test]
    public void ADeviceIsNamedBesideTheProcessor()
    {
        MachineText.Of(SomeBaseline.Machine).ShouldBe(SomeBaseline.Machine.CpuModel);
        MachineText.Of(SomeBaseline.Machine with { Accelerator = "Some GPU" }).ShouldBe($"{SomeBaseline.Machine.CpuModel}, Some GPU");
    }
}
