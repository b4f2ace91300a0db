using NUnit.Framework;
using Perf.Baselines;
using Shouldly;

namespace Perf.Tests.Baselines;

public sealed class FingerprintTests
{
    [Test]
    public void AMachineIsLikeItself()
    {
        Fingerprint here = Fingerprint.OfThisMachine(["libtorch 2.10.0"]);
        Fingerprint again = Fingerprint.OfThisMachine(["libtorch 2.10.0"]);

        again.RequiredDifferences(here).ShouldBeEmpty();
        again.AdvisoryDifferences(here).ShouldBeEmpty();
    }

    [Test]
    public void ThisMachineSaysWhatItIs()
    {
        Fingerprint here = Fingerprint.OfThisMachine(["b 2", "a 1"], "Some GPU");

        here.CpuModel.ShouldNotBeNullOrWhiteSpace();
        here.LogicalCores.ShouldBe(Environment.ProcessorCount);
        here.RuntimeMajor.ShouldBe(Environment.Version.Major);
        here.RuntimeVersion.ShouldBe(Environment.Version.ToString());
        here.Accelerator.ShouldBe("Some GPU");
        here.NativeLibraries.ShouldBe(["a 1", "b 2"]);
        here.GcMode.ShouldStartWith(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation");
    }

    [Test]
    public void EveryRequiredFieldMakesADifferenceOfItsOwn()
    {
        Fingerprint recorded = SomeBaseline.Machine;
        Fingerprint[] others =
        [
            recorded with { CpuModel = "B" },
            recorded with { LogicalCores = 64 },
            recorded with { Architecture = "Arm64" },
            recorded with { OsFamily = "Windows" },
            recorded with { RuntimeMajor = 11 },
            recorded with { GcMode = "server, concurrent" },
            recorded with { TieringMode = "no tiered" },
            recorded with { Accelerator = "Some GPU" },
            recorded with { NativeLibraries = ["libtorch 2.11.0"] },
            recorded with { Hardening = [] },
        ];

        others.Select(other => other.RequiredDifferences(recorded).ShouldHaveSingleItem().ToString()).ShouldBe(
        [
            "CPU model: recorded Some CPU, family 25 model 17, here B",
            "logical cores: recorded 2, here 64",
            "architecture: recorded X64, here Arm64",
            "operating system: recorded Linux, here Windows",
            ".NET: recorded 10, here 11",
            "garbage collection: recorded workstation, concurrent, here server, concurrent",
            "JIT: recorded tiered, PGO, here no tiered",
            "accelerator: recorded cpu, here Some GPU",
            "native libraries: recorded libtorch 2.10.0, here libtorch 2.11.0",
            "hardening: recorded MALLOC_TOP_PAD_=67108864, OMP_WAIT_POLICY=PASSIVE, here none",
        ]);
        others.ShouldAllBe(other => other.AdvisoryDifferences(recorded).Count == 0);
    }

    [Test]
    public void AnAdvisoryFieldMakesNoRequiredDifference()
    {
        Fingerprint other = SomeBaseline.Machine with
        {
            Kernel = "6.2",
            OsDescription = "B",
            RuntimeVersion = "10.0.9",
            Driver = "550",
        };

        other.RequiredDifferences(SomeBaseline.Machine).ShouldBeEmpty();
        other.AdvisoryDifferences(SomeBaseline.Machine).Select(difference => difference.ToString()).ShouldBe(
        [
            "kernel: recorded 6.1.0, here 6.2",
            "OS version: recorded unknown, here B",
            ".NET version: recorded unknown, here 10.0.9",
            "driver: recorded unknown, here 550",
        ]);
    }

    [Test]
    public void TheOrderOfListsMakesNoDifference()
    {
        string[] reversed = ["OMP_WAIT_POLICY=PASSIVE", "MALLOC_TOP_PAD_=67108864"];
        Fingerprint other = SomeBaseline.Machine with { Hardening = reversed };

        other.RequiredDifferences(SomeBaseline.Machine).ShouldBeEmpty();
    }
}
