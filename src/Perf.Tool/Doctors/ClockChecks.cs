using System.Diagnostics;
using Perf.Measurement.Probes;

namespace Perf.Tool.Doctors;

/// <summary>How fine the clocks are, and what reading them costs.</summary>
/// <param name="WallStepSeconds">The least step of the wall clock, s.</param>
/// <param name="WallCostSeconds">What reading it takes, s.</param>
/// <param name="CpuStepSeconds">The least step of the thread's CPU clock, s.</param>
/// <param name="CpuCostSeconds">What reading that takes, s.</param>
internal sealed record ClockReading(double WallStepSeconds, double WallCostSeconds, double CpuStepSeconds, double CpuCostSeconds)
{
    private const int Readings = 20_000;

    /// <summary>Reads the clocks of this machine.</summary>
    public static ClockReading OfThisMachine()
    {
        IClock clock = SystemClock.Instance;
        long origin = clock.Timestamp();
        (double wallStep, double wallCost) = Read(() => clock.Seconds(origin, clock.Timestamp()));
        (double cpuStep, double cpuCost) = Read(clock.ThreadCpuSeconds);
        return new ClockReading(wallStep, wallCost, cpuStep, cpuCost);
    }

    private static (double Step, double Cost) Read(Func<double> read)
    {
        double least = double.MaxValue;
        double last = read();
        long start = Stopwatch.GetTimestamp();
        for (int reading = 0; reading < Readings; reading++)
        {
            double now = read();
            if (now > last)
            {
                least = Math.Min(least, now - last);
            }

            last = now;
        }

        return (least, Stopwatch.GetElapsedTime(start).TotalSeconds / Readings);
    }
}

/// <summary>Whether the clocks are good enough.</summary>
internal static class ClockChecks
{
    // A sample is about a millisecond at least: a ten-thousandth of it, and of the clock that only the kernel knows some more.
    private const double FineWallSeconds = 1e-7;
    private const double FineCpuSeconds = 2e-6;
    private const double CoarseSeconds = 1e-5;

    /// <summary>All of them.</summary>
    public static IEnumerable<Finding> Of(SystemFiles files, ClockReading clock) =>
    [
        Source(files),
        Clock("wall clock", clock.WallStepSeconds, clock.WallCostSeconds, FineWallSeconds),
        Clock("CPU clock", clock.CpuStepSeconds, clock.CpuCostSeconds, FineCpuSeconds),
    ];

    private static Finding Source(SystemFiles files) => files.Text("sys/devices/system/clocksource/clocksource0/current_clocksource") switch
    {
        null => Finding.Unknown("clock source"),
        { } source and ("tsc" or "kvm-clock" or "hyperv_clocksource_tsc_page" or "arch_sys_counter") => Finding.Ok("clock source", source),
        { } source => new Finding(
            "clock source",
            FindingLevel.Warning,
            source,
            "reading it goes through the kernel, and takes a microsecond or more",
            "echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource"),
    };

    private static Finding Clock(string name, double step, double cost, double fine)
    {
        string found = FormattableString.Invariant($"steps of {1e9 * step:0} ns, {1e9 * cost:0} ns a reading");
        return step <= fine && cost <= fine
            ? Finding.Ok(name, found)
            : new Finding(
                name,
                step > CoarseSeconds || cost > CoarseSeconds ? FindingLevel.Bad : FindingLevel.Warning,
                found,
                "short bodies are called more often in a sample, so that the clock does not decide",
                "use another machine or kernel where samples are to be short");
    }
}
