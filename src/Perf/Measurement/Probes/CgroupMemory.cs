namespace Perf.Measurement.Probes;

/// <summary>The control group, of version 2 or 1, that limits the memory of this process most.</summary>
/// <param name="LimitBytes">The limit, bytes.</param>
/// <param name="UsageFile">The file that tells what the group uses, page cache included.</param>
/// <param name="StatisticsFile">The file that tells what the use is made of.</param>
/// <param name="CacheKey">The key in it of file pages that the kernel would give up first.</param>
internal sealed record CgroupMemory(long LimitBytes, string UsageFile, string StatisticsFile, string CacheKey)
{
    // Where systemd, Docker and Kubernetes mount them, version 2 also beside version 1 ("hybrid").
    private static readonly Layout[] Layouts =
    [
        new("sys/fs/cgroup", "", "memory.max", "memory.current", "inactive_file"),
        new("sys/fs/cgroup/unified", "", "memory.max", "memory.current", "inactive_file"),
        new("sys/fs/cgroup/memory", "memory", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    ];

    /// <summary>
    /// Finds the group, among the process's own and those above it, with the lowest limit under the machine's memory;
    /// null when there is none.
    /// </summary>
    /// <param name="root">The folder that holds <c>proc</c> and <c>sys</c>.</param>
    /// <param name="machineBytes">The machine's memory: version 1 writes "no limit" as a huge one.</param>
    public static CgroupMemory? Find(string root, long machineBytes)
    {
        string[] memberships = KernelText.Lines(Path.Combine(root, "proc/self/cgroup"));
        return Layouts
            .SelectMany(layout => Groups(root, layout, memberships))
            .Where(group => group.LimitBytes < machineBytes)
            .MinBy(group => group.LimitBytes);
    }

    /// <summary>
    /// What the group holds now that the kernel could not simply give up, bytes: its use less inactive file pages, the
    /// "working set" by which Kubernetes evicts; null when the group does not tell.
    /// </summary>
    public long? WorkingSetBytes()
    {
        long? cache = KernelText.Field(KernelText.Lines(StatisticsFile), CacheKey);
        return KernelText.Number(UsageFile) is { } used ? Math.Max(0, used - (cache ?? 0)) : null;
    }

    private static IEnumerable<CgroupMemory> Groups(string root, Layout layout, string[] memberships)
    {
        string mount = Path.Combine(root, layout.Mount);
        foreach (string path in PathsUpwards(memberships, layout.Controller))
        {
            string folder = Path.Combine(mount, path);
            if (KernelText.Number(Path.Combine(folder, layout.Limit)) is { } limit)
            {
                yield return new CgroupMemory(
                    limit,
                    Path.Combine(folder, layout.Usage),
                    Path.Combine(folder, "memory.stat"),
                    layout.CacheKey);
            }
        }
    }

    // Lines are "id:controllers:/path". In a container the path may be the host's, of which only the root is mounted.
    private static IEnumerable<string> PathsUpwards(string[] memberships, string controller)
    {
        foreach (string[] parts in memberships.Select(line => line.Split(':', 3)))
        {
            if (parts.Length == 3 && parts[1].Split(',').Contains(controller))
            {
                for (string path = parts[2].Trim('/'); path.Length > 0; path = Path.GetDirectoryName(path) ?? "")
                {
                    yield return path;
                }

                yield return "";
            }
        }
    }

    private sealed record Layout(string Mount, string Controller, string Limit, string Usage, string CacheKey);
}
