using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.Doctors;
using Shouldly;

namespace Perf.Tool.Tests.Doctors;

[TestFixture]
public sealed class ChecksTests
{
    private const string Cpus = "sys/devices/system/cpu";

    private MadeUpSystem _system = null!;

    [SetUp]
    public void MakeAQuietMachine() => _system = MadeUpSystem.Quiet();

    [TearDown]
    public void RemoveIt() => _system.Dispose();

    [Test]
    public void NoFaultIsFoundWithAQuietMachine() => _system.Findings().ShouldAllBe(finding =>
        finding.Level == FindingLevel.Ok && finding.Meaning == null && finding.Remedy == null);

    [TestCase(Cpus + "/cpu1/cpufreq/scaling_governor", "powersave", "CPU governor", FindingLevel.Bad, "performance, powersave")]
    [TestCase(Cpus + "/cpu1/cpufreq/scaling_governor", "schedutil", "CPU governor", FindingLevel.Warning, "performance, schedutil")]
    [TestCase(Cpus + "/intel_pstate/no_turbo", "0", "turbo", FindingLevel.Warning, "on")]
    [TestCase(Cpus + "/smt/active", "1", "SMT", FindingLevel.Warning, "on: two threads share a core")]
    [TestCase("proc/cpuinfo", "flags\t\t: fpu hypervisor avx2\n", "virtualisation", FindingLevel.Warning, "a virtual machine")]
    [TestCase("proc/stat", "cpu  100 0 0 700 0 0 0 200 0 0\n", "stolen time", FindingLevel.Bad, "20.0 % since the start of the machine")]
    [TestCase("proc/stat", "cpu  100 0 0 850 0 0 0 50 0 0\n", "stolen time", FindingLevel.Warning, "5.0 % since the start of the machine")]
    [TestCase("sys/fs/cgroup/user.slice/cpu.max", "150000 100000\n", "CPU quota", FindingLevel.Warning, "1.5 processors")]
    [TestCase("sys/fs/cgroup/cpu.max", "50000 100000\n", "CPU quota", FindingLevel.Bad, "0.5 processors")]
    [TestCase("sys/fs/cgroup/user.slice/cpu.stat", "nr_periods 100\nnr_throttled 40\n", "CPU throttling", FindingLevel.Bad, "40.0 % of the periods")]
    [TestCase("sys/fs/cgroup/user.slice/cpu.stat", "nr_periods 100\nnr_throttled 2\n", "CPU throttling", FindingLevel.Warning, "2.0 % of the periods")]
    [TestCase("sys/fs/cgroup/user.slice/memory.max", "536870912\n", "memory limit", FindingLevel.Warning, "0.5 of the machine's 15.6 GiB")]
    [TestCase("sys/fs/cgroup/user.slice/memory.max", "4294967296\n", "memory limit", FindingLevel.Ok, "4.0 of the machine's 15.6 GiB")]
    [TestCase("proc/pressure/cpu", "some avg10=61.50 avg60=0.00 avg300=0.00 total=1\n", "CPU pressure", FindingLevel.Bad, "61.5 % of the last ten seconds")]
    [TestCase("proc/pressure/io", "some avg10=6.00 avg60=0.00 avg300=0.00 total=1\n", "IO pressure", FindingLevel.Warning, "6.0 % of the last ten seconds")]
    [TestCase("proc/loadavg", "2.50 1 1 1/1 1", "load", FindingLevel.Warning, "2.5 on 4 processors")]
    [TestCase("proc/loadavg", "9.00 1 1 1/1 1", "load", FindingLevel.Bad, "9.0 on 4 processors")]
    [TestCase("sys/devices/system/clocksource/clocksource0/current_clocksource", "hpet", "clock source", FindingLevel.Warning, "hpet")]
    public void WhatDisturbsIsFoundAndSaysWhatToDo(string file, string text, string name, object level, string found)
    {
        Finding finding = _system.With(file, text).Finding(name);

        finding.Level.ShouldBe((FindingLevel)level);
        finding.Found.ShouldBe(found);
        (finding.Meaning is not null && finding.Remedy is not null).ShouldBe(finding.Level != FindingLevel.Ok);
    }

    [TestCase("cpu")]
    [TestCase("cpu,cpuacct")]
    public void TheFirstVersionOfControlGroupsIsReadToo(string mount)
    {
        _system.With("proc/self/cgroup", "4:cpuacct,cpu:/docker/abc\n2:memory:/docker/abc\n0::/\n")
            .With($"sys/fs/cgroup/{mount}/cpu.cfs_quota_us", "80000\n")
            .With($"sys/fs/cgroup/{mount}/cpu.cfs_period_us", "100000\n")
            .With($"sys/fs/cgroup/{mount}/cpu.stat", "nr_periods 10\nnr_throttled 5\nthrottled_time 12345\n");

        _system.Finding("CPU quota").Found.ShouldBe("0.8 processors");
        _system.Finding("CPU throttling").Level.ShouldBe(FindingLevel.Bad);
    }

    [Test]
    public void NoQuotaIsWrittenAsMinusOneThere() => _system.With("proc/self/cgroup", "4:cpu:/\n")
        .With("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n")
        .With("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n")
        .Finding("CPU quota").Found.ShouldBe("none");

    [Test]
    public void ProcessorsOfAMDTellTurboElsewhere()
    {
        using MadeUpSystem other = new MadeUpSystem().With($"{Cpus}/cpufreq/boost", "1");

        other.Finding("turbo").Remedy.ShouldBe($"echo 0 | sudo tee /{Cpus}/cpufreq/boost");
    }

    [Test]
    public void WhereTheSystemTellsNothingNothingIsClaimed()
    {
        using MadeUpSystem empty = new();

        empty.Findings().Where(finding => finding.Level != FindingLevel.Unknown).Select(finding => finding.Name)
            .ShouldBe(["cores", "wall clock", "CPU clock"]);
        empty.Finding("CPU governor").Found.ShouldBe("unknown here");
    }

    [Test]
    public void RubbishIsUnknownAndNoFault()
    {
        foreach (string file in new[] { "proc/loadavg", "proc/stat", "proc/pressure/cpu", "proc/meminfo", $"{Cpus}/smt/active", "proc/self/cgroup" })
        {
            _system.With(file, "rubbish: x\n");
        }

        _system.Findings().ShouldAllBe(finding => finding.Level == FindingLevel.Ok || finding.Level == FindingLevel.Unknown);
    }

    [Test]
    public void OneCoreIsFew() => _system.Finding("cores", cores: 1).Level.ShouldBe(FindingLevel.Warning);

    [Test]
    public void ACoarseClockIsFound()
    {
        Finding[] findings = [.. ClockChecks.Of(_system.Files, new ClockReading(1e-7, 2e-8, 0.015, 1e-7))];

        findings.Single(finding => finding.Name == "wall clock").Level.ShouldBe(FindingLevel.Ok);
        findings.Single(finding => finding.Name == "CPU clock").Level.ShouldBe(FindingLevel.Bad);
    }

    [Test]
    public void RunSettingsOfOnesOwnMustRepeatTheVariables()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["bin"]);
        File.WriteAllText(folder["bin/copied.runsettings"], "<RunSettings />");
        Hardening(_ => null).Level.ShouldBe(FindingLevel.Ok);

        File.WriteAllText(folder["my.runsettings"], "<OMP_WAIT_POLICY>PASSIVE</OMP_WAIT_POLICY>");

        Finding found = Hardening(_ => null);
        found.Level.ShouldBe(FindingLevel.Warning);
        found.Found.ShouldBe("my.runsettings lacks DOTNET_TC_CallCountingDelayMs, MALLOC_MMAP_THRESHOLD_, MALLOC_TOP_PAD_, MALLOC_TRIM_THRESHOLD_");

        Finding Hardening(Func<string, string?> variable) => EnvironmentChecks.Of(folder.Path, variable).Single(finding => finding.Name == "hardening");
    }

    [Test]
    public void VariablesOfTheShellThatChangeTheProgramAreFound()
    {
        using TemporaryFolder folder = new();
        Finding[] findings = [.. EnvironmentChecks.Of(folder.Path, name => name switch { "DOTNET_TieredPGO" => "0", "OMP_WAIT_POLICY" => "active", _ => null })];

        findings.Single(finding => finding.Name == "JIT").Found.ShouldContain("no PGO");
        findings.Single(finding => finding.Name == "OpenMP").Level.ShouldBe(FindingLevel.Bad);
    }
}
