using Perf.Measurement.Probes;

namespace Perf.Tool.Doctors;

/// <summary>What a control group takes from this process: a quota of processor time, and a limit of memory (version 2 or 1).</summary>
internal static class CgroupChecks
{
    // Of the periods in which the group ran at all.
    private const double LittleThrottling = 0.01;
    private const double MuchThrottling = 0.10;
    private const double LittleMemory = 1L << 30;
    private const double BytesPerGibibyte = 1L << 30;

    // Where version 2, version 2 beside version 1, and version 1 are mounted, with the controller that leads to the group.
    private static readonly (string Mount, string Controller, bool IsSecond)[] Layouts =
    [
        ("sys/fs/cgroup", "", true),
        ("sys/fs/cgroup/unified", "", true),
        ("sys/fs/cgroup/cpu", "cpu", false),
        ("sys/fs/cgroup/cpu,cpuacct", "cpu", false),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<Finding> Of(SystemFiles files) => [Quota(files), Throttling(files), Memory(files)];

    private static Finding Quota(SystemFiles files)
    {
        const string Name = "CPU quota";
        if (!files.Has("proc/self/cgroup"))
        {
            return Finding.Unknown(Name);
        }

        double[] quotas = [.. Groups(files).Select(group => QuotaOf(files, group.Folder, group.IsSecond)).OfType<double>()];
        return quotas.Length == 0
            ? Finding.Ok(Name, "none")
            : new Finding(
                Name,
                quotas.Min() < 1 ? FindingLevel.Bad : FindingLevel.Warning,
                FormattableString.Invariant($"{quotas.Min():0.##} processors"),
                "who has used it up waits for the rest of a period, usually 0.1 s: a call in ten takes a multiple of its time",
                "run without a limit of CPU (docker: no --cpus; Kubernetes: no limits.cpu), or with --cpuset-cpus in its place");
    }

    private static Finding Throttling(SystemFiles files)
    {
        const string Name = "CPU throttling";
        (double Periods, double Throttled)[] counts = [.. Groups(files)
            .Select(group => (
                Periods: files.Field($"{group.Folder}/cpu.stat", "nr_periods") ?? 0, Throttled: files.Field($"{group.Folder}/cpu.stat", "nr_throttled") ?? 0))
            .Where(count => count.Periods > 0)];
        if (counts.Length == 0)
        {
            return files.Has("proc/self/cgroup") ? Finding.Ok(Name, "no periods counted") : Finding.Unknown(Name);
        }

        double share = counts.Max(count => count.Throttled / count.Periods);
        string found = FormattableString.Invariant($"{100 * share:0.0} % of the periods");
        return share < LittleThrottling
            ? Finding.Ok(Name, found)
            : new Finding(
                Name,
                share < MuchThrottling ? FindingLevel.Warning : FindingLevel.Bad,
                found,
                "in these the group was stopped although it had work",
                "raise the limit of CPU, or run fewer tests beside each other");
    }

    private static Finding Memory(SystemFiles files)
    {
        const string Name = "memory limit";
        if (files.Lines("proc/meminfo").FirstOrDefault(line => line.StartsWith("MemTotal:", StringComparison.Ordinal)) is not { } total
            || SystemFiles.Parse(total.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) is not { } kibibytes)
        {
            return Finding.Unknown(Name);
        }

        double machine = kibibytes * 1024;
        CgroupMemory? group = CgroupMemory.Find(files.Root, (long)machine);
        double limit = group?.LimitBytes ?? machine;
        string found = group is null
            ? FormattableString.Invariant($"none: the machine's {machine / BytesPerGibibyte:0.0} GiB")
            : FormattableString.Invariant($"{limit / BytesPerGibibyte:0.0} of the machine's {machine / BytesPerGibibyte:0.0} GiB");
        return limit >= LittleMemory
            ? Finding.Ok(Name, found)
            : new Finding(
                Name,
                FindingLevel.Warning,
                found,
                "close to the limit the kernel takes file pages away, and reads them again in the midst of a call",
                "give the container a gigabyte or more");
    }

    private static double? QuotaOf(SystemFiles files, string folder, bool isSecond)
    {
        if (isSecond)
        {
            return files.Text($"{folder}/cpu.max")?.Split(' ') is [var most, var period] && SystemFiles.Parse(most) / SystemFiles.Parse(period) is { } share ? share : null;
        }

        return files.Number($"{folder}/cpu.cfs_quota_us") is > 0 and { } quota && files.Number($"{folder}/cpu.cfs_period_us") is > 0 and { } every
            ? quota / every
            : null;
    }

    // The process's own and those above it. In a container the path may be the host's, of which only the root is mounted.
    private static IEnumerable<(string Folder, bool IsSecond)> Groups(SystemFiles files)
    {
        string[][] memberships = [.. files.Lines("proc/self/cgroup").Select(line => line.Split(':', 3)).Where(parts => parts.Length == 3)];
        foreach ((string mount, string controller, bool isSecond) in Layouts)
        {
            foreach (string[] parts in memberships.Where(parts => parts[1].Split(',').Contains(controller)))
            {
                for (string path = parts[2].Trim('/'); path.Length > 0; path = Path.GetDirectoryName(path)?.Replace('\\', '/') ?? "")
                {
                    yield return ($"{mount}/{path}", isSecond);
                }

                yield return (mount, isSecond);
            }
        }
    }
}
