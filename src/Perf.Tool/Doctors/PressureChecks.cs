namespace Perf.Tool.Doctors;

/// <summary>Who else wants the machine now: pressure as the kernel counts it, and load.</summary>
internal static class PressureChecks
{
    // The share of the last ten seconds in which something waited, %.
    private const double LittlePressure = 5;
    private const double MuchPressure = 25;

    /// <summary>All of them.</summary>
    /// <param name="files">Of the system.</param>
    /// <param name="cores">The processors that this process may use.</param>
    public static IEnumerable<Finding> Of(SystemFiles files, int cores) =>
        [Pressure(files, "cpu", "a processor"), Pressure(files, "memory", "memory"), Pressure(files, "io", "a disk"), Load(files, cores)];

    // "some avg10=0.12 avg60=0.30 avg300=0.21 total=1234"
    private static Finding Pressure(SystemFiles files, string resource, string what)
    {
        string name = $"{(resource == "cpu" ? "CPU" : resource == "io" ? "IO" : resource)} pressure";
        string? last = files.Lines($"proc/pressure/{resource}")
            .FirstOrDefault(line => line.StartsWith("some ", StringComparison.Ordinal))?
            .Split(' ').FirstOrDefault(word => word.StartsWith("avg10=", StringComparison.Ordinal));
        if (last is null || SystemFiles.Parse(last["avg10=".Length..]) is not { } share)
        {
            return Finding.Unknown(name);
        }

        string found = FormattableString.Invariant($"{share:0.0} % of the last ten seconds");
        return share < LittlePressure
            ? Finding.Ok(name, found)
            : new Finding(
                name,
                share < MuchPressure ? FindingLevel.Warning : FindingLevel.Bad,
                found,
                $"somebody waited for {what} so long",
                "end other programs, or wait until they have ended: top, ps -eo pcpu,comm --sort=-pcpu");
    }

    private static Finding Load(SystemFiles files, int cores)
    {
        if (SystemFiles.Parse(files.Text("proc/loadavg")?.Split(' ')[0]) is not { } load)
        {
            return Finding.Unknown("load");
        }

        string found = FormattableString.Invariant($"{load:0.0} on {cores} processors");
        return load < cores / 2.0
            ? Finding.Ok("load", found)
            : new Finding(
                "load",
                load < cores ? FindingLevel.Warning : FindingLevel.Bad,
                found,
                "others ran in the last minute: a body takes turns with them and finds its caches empty",
                "end other programs, or wait until they have ended: top");
    }
}
