using NUnit.Framework;
using Perf.Measurement.Probes;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Measurement.Probes;

[TestFixture]
public sealed class LinuxMemoryProbeTests
{
    private const long Kibi = 1024;
    private const string Version1Unlimited = "9223372036854771712";

    private TemporaryFolder _root = null!;

    [SetUp]
    public void CreateRoot()
    {
        _root = new TemporaryFolder();
        Write("proc/meminfo", "MemTotal:    8000 kB\nMemFree:     1000 kB\nMemAvailable:   5000 kB\n");
        Write("proc/self/status", "Name:\ttest\nVmPeak:\t  9999 kB\nVmHWM:\t   700 kB\nVmRSS:\t   600 kB\n");
        Write("proc/self/clear_refs", "");
    }

    [TearDown]
    public void DeleteRoot() => _root.Dispose();

    [Test]
    public void WithoutACgroupThePeakIsTheProcessesAndTheLimitTheMachine() =>
        Read().ShouldBe(new MemoryReading(700 * Kibi, "process", 8000 * Kibi, 3000 * Kibi, 8000 * Kibi));

    [Test]
    public void ACgroupOfVersion2LimitsByItsWorkingSet()
    {
        Write("proc/self/cgroup", "0::/user/app\n");
        Write("sys/fs/cgroup/user/app/memory.max", "2048000\n");
        Write("sys/fs/cgroup/user/app/memory.current", "1500000\n");
        Write("sys/fs/cgroup/user/app/memory.stat", "anon 1\ninactive_file 500000\n");

        Read().ShouldBe(new MemoryReading(1_000_000, "cgroup", 2_048_000, 3000 * Kibi, 8000 * Kibi));
    }

    [Test]
    public void TheLowestLimitOnTheWayUpCounts()
    {
        Write("proc/self/cgroup", "0::/user/app\n");
        Write("sys/fs/cgroup/user/app/memory.max", "max\n");
        Write("sys/fs/cgroup/user/memory.max", "3000000\n");
        Write("sys/fs/cgroup/user/memory.current", "2000000\n");
        Write("sys/fs/cgroup/memory.max", "4000000\n");

        Read().OwnLimitBytes.ShouldBe(3_000_000);
        Read().OwnPeakBytes.ShouldBe(2_000_000);
    }

    [Test]
    public void APathOfTheHostIsReadFromTheRootOfTheMount()
    {
        Write("proc/self/cgroup", "0::/docker/0123456789\n");
        Write("sys/fs/cgroup/memory.max", "3000000\n");
        Write("sys/fs/cgroup/memory.current", "100\n");

        Read().ShouldBe(new MemoryReading(700 * Kibi, "cgroup", 3_000_000, 3000 * Kibi, 8000 * Kibi));
    }

    [Test]
    public void ACgroupOfVersion1Limits()
    {
        Write("proc/self/cgroup", "5:cpu,cpuacct:/other\n4:memory:/app\n0::/\n");
        Write("sys/fs/cgroup/memory/app/memory.limit_in_bytes", "2000000\n");
        Write("sys/fs/cgroup/memory/app/memory.usage_in_bytes", "1800000\n");
        Write("sys/fs/cgroup/memory/app/memory.stat", "inactive_file 1\ntotal_inactive_file 800000\n");

        Read().ShouldBe(new MemoryReading(1_000_000, "cgroup", 2_000_000, 3000 * Kibi, 8000 * Kibi));
    }

    [TestCase("0::/\n", "sys/fs/cgroup/memory.max", "max\n")]
    [TestCase("0::/\n", "sys/fs/cgroup/memory.max", "rubbish\n")]
    [TestCase("4:memory:/\n", "sys/fs/cgroup/memory/memory.limit_in_bytes", Version1Unlimited)]
    [TestCase("rubbish\n", "sys/fs/cgroup/memory.max", "1\n")]
    [TestCase("", "sys/fs/cgroup/memory.max", "1\n")]
    public void ACgroupWithoutALimitDoesNotCount(string membership, string limitFile, string limit)
    {
        Write("proc/self/cgroup", membership);
        Write(limitFile, limit);

        Read().OwnScope.ShouldBe("process");
    }

    [Test]
    public void ThePeakOfACgroupIsTheLargestReadingSinceTheReset()
    {
        Write("proc/self/cgroup", "0::/\n");
        Write("sys/fs/cgroup/memory.max", "3000000\n");
        Write("sys/fs/cgroup/memory.current", "2000000\n");
        var probe = new LinuxMemoryProbe(_root.Path);
        probe.Read();
        Write("sys/fs/cgroup/memory.current", "1000000\n");

        probe.Read().OwnPeakBytes.ShouldBe(2_000_000);
        probe.TryResetPeak().ShouldBeTrue();
        probe.Read().OwnPeakBytes.ShouldBe(1_000_000);
        File.ReadAllText(_root["proc/self/clear_refs"]).ShouldBe("5");
    }

    [Test]
    public void WithoutAKernelsPeakTheLargestSizeSeenIsTaken()
    {
        File.Delete(_root["proc/self/clear_refs"]);
        Write("proc/self/status", "VmRSS:\t   600 kB\n");
        var probe = new LinuxMemoryProbe(_root.Path);
        probe.Read();
        Write("proc/self/status", "VmRSS:\t   500 kB\n");

        probe.TryResetPeak().ShouldBeFalse();
        probe.Read().OwnPeakBytes.ShouldBe(500 * Kibi);
        Write("proc/self/status", "VmRSS:\t   400 kB\n");
        probe.Read().OwnPeakBytes.ShouldBe(500 * Kibi);
    }

    [TestCase("proc/meminfo", "MemTotal")]
    [TestCase("proc/self/status", "VmHWM")]
    public void AMissingFileIsNamed(string file, string key)
    {
        File.Delete(_root[file]);

        string message = Should.Throw<InvalidOperationException>(() => Read()).Message;
        message.ShouldContain(file);
        message.ShouldContain(key);
    }

    [Test, Platform("Linux")]
    public void ThisProcessIsReadAndItsPeakBeginsAnew()
    {
        IMemoryProbe probe = MemoryProbe.ForThisMachine();
        MemoryReading reading = probe.Read();

        reading.OwnPeakBytes.ShouldBeInRange(1_000_000, reading.MachineTotalBytes);
        reading.MachineUsedBytes.ShouldBeInRange(1_000_000, reading.MachineTotalBytes);
        reading.OwnLimitBytes.ShouldBeInRange(reading.OwnPeakBytes, reading.MachineTotalBytes);
        probe.TryResetPeak().ShouldBe(File.Exists("/proc/self/clear_refs"));
    }

    private MemoryReading Read() => new LinuxMemoryProbe(_root.Path).Read();

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_root[file])!);
        File.WriteAllText(_root[file], text);
    }
}
