namespace Perf.Measurement.Probes;

/// <summary>Memory as Linux tells it under <c>/proc</c> and <c>/sys/fs/cgroup</c>.</summary>
/// <remarks>
/// The process's peak is the kernel's own and exact. The kernel's peak of a cgroup counts page cache, which grows to the
/// limit by merely reading files, so its peak is the largest working set at a reading, and never less than that of the
/// process.
/// </remarks>
internal sealed class LinuxMemoryProbe : IMemoryProbe
{
    // Documentation/filesystems/proc.rst: 5 resets the peak resident set size.
    private static readonly byte[] ResetPeak = "5"u8.ToArray();

    private readonly string _statusFile;
    private readonly string _resetFile;
    private readonly string _machineFile;
    private readonly long _machineBytes;
    private readonly CgroupMemory? _cgroup;
    private readonly Lock _lock = new();
    private long _largestSeen;

    /// <summary>A probe of the system whose <c>proc</c> and <c>sys</c> lie in a folder.</summary>
    /// <exception cref="InvalidOperationException">The system does not tell its memory.</exception>
    public LinuxMemoryProbe(string root)
    {
        _statusFile = Path.Combine(root, "proc/self/status");
        _resetFile = Path.Combine(root, "proc/self/clear_refs");
        _machineFile = Path.Combine(root, "proc/meminfo");
        _machineBytes = KernelText.Size(KernelText.Lines(_machineFile), "MemTotal")
            ?? throw Missing(_machineFile, "MemTotal");
        _cgroup = CgroupMemory.Find(root, _machineBytes);
    }

    /// <inheritdoc/>
    public bool TryResetPeak()
    {
        lock (_lock)
        {
            _largestSeen = 0;
        }

        try
        {
            using var file = new FileStream(_resetFile, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            file.Write(ResetPeak);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public MemoryReading Read()
    {
        long own = ReadOwn();
        lock (_lock)
        {
            own = _largestSeen = Math.Max(own, _largestSeen);
        }

        string[] machine = KernelText.Lines(_machineFile);
        long available = KernelText.Size(machine, "MemAvailable") ?? throw Missing(_machineFile, "MemAvailable");
        return new MemoryReading(
            own,
            _cgroup is null ? MemoryProbe.ProcessScope : MemoryProbe.CgroupScope,
            _cgroup?.LimitBytes ?? _machineBytes,
            _machineBytes - available,
            _machineBytes);
    }

    // A kernel that keeps no peak still tells the present size.
    private long ReadOwn()
    {
        string[] status = KernelText.Lines(_statusFile);
        long process = KernelText.Size(status, "VmHWM")
            ?? KernelText.Size(status, "VmRSS")
            ?? throw Missing(_statusFile, "VmHWM");
        return Math.Max(process, _cgroup?.WorkingSetBytes() ?? 0);
    }

    private static InvalidOperationException Missing(string file, string key) =>
        new($"Memory cannot be read: {file} does not tell {key}.");
}
