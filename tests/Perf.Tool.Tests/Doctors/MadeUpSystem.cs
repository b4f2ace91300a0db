using Perf.Tests.Files;
using Perf.Tool.Doctors;

namespace Perf.Tool.Tests.Doctors;

/// <summary>A root folder with the files in which a made-up Linux tells about itself.</summary>
internal sealed class MadeUpSystem : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SystemFiles Files => new(_folder.Path);

    /// <summary>A machine on which there is nothing to find fault with.</summary>
    public static MadeUpSystem Quiet() => new MadeUpSystem()
        .With("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n")
        .With("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance\n")
        .With("sys/devices/system/cpu/intel_pstate/no_turbo", "1\n")
        .With("sys/devices/system/cpu/smt/active", "0\n")
        .With("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n")
        .With("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu vme avx2\n")
        .With("proc/stat", "cpu  1000 0 100 9000 0 0 0 0 0 0\ncpu0 500 0 50 4500 0 0 0 0 0 0\n")
        .With("proc/self/cgroup", "0::/user.slice\n")
        .With("sys/fs/cgroup/user.slice/cpu.max", "max 100000\n")
        .With("sys/fs/cgroup/user.slice/cpu.stat", "usage_usec 12\nnr_periods 0\nnr_throttled 0\n")
        .With("sys/fs/cgroup/user.slice/memory.max", "max\n")
        .With("proc/meminfo", "MemTotal:       16384000 kB\nMemFree:  1 kB\n")
        .With("proc/pressure/cpu", "some avg10=0.00 avg60=0.00 avg300=0.00 total=1\n")
        .With("proc/pressure/memory", "some avg10=0.00 avg60=0.00 avg300=0.00 total=1\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=1\n")
        .With("proc/pressure/io", "some avg10=0.10 avg60=0.00 avg300=0.00 total=1\n")
        .With("proc/loadavg", "0.31 0.20 0.10 1/88 1953\n");

    public MadeUpSystem With(string path, string text)
    {
        string file = _folder[path];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>All that is read of it.</summary>
    public IReadOnlyList<Finding> Findings(int cores = 4) =>
    [
        .. ProcessorChecks.Of(Files, cores),
        .. CgroupChecks.Of(Files),
        .. PressureChecks.Of(Files, cores),
        .. ClockChecks.Of(Files, new ClockReading(2e-8, 3e-8, 3e-7, 3e-7)),
    ];

    public Finding Finding(string name, int cores = 4) => Findings(cores).Single(finding => finding.Name == name);

    public void Dispose() => _folder.Dispose();
}
