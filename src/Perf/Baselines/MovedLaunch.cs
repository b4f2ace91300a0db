namespace Perf.Baselines;

/// <summary>A launch of before a change was accepted, as it would have been at the accepted level.</summary>
internal static class MovedLaunch
{
    /// <summary>Moves a launch.</summary>
    /// <param name="launch">A launch beside the control of both series.</param>
    /// <param name="from">Its series.</param>
    /// <param name="to">The series that takes its place.</param>
    public static BaselineLaunch Of(BaselineLaunch launch, BaselineSeries from, BaselineSeries to)
    {
        double factor = to.Accepted / from.Accepted;
        BesideControl beside = launch.Beside!;
        BesideControl now = to.Launches[^1].Beside!;
        return launch with
        {
            Moved = true,
            At = launch.At ?? from.RecordedAt,
            Median = Times(launch.Median),
            LowerQuartile = Times(launch.LowerQuartile),
            UpperQuartile = Times(launch.UpperQuartile),
            Minimum = Times(launch.Minimum),
            Maximum = Times(launch.Maximum),
            Quantiles = [.. launch.Quantiles.Select(Times)],

            // Threads, faults and allocations are those of the work as it is now.
            Beside = beside with
            {
                NeedsWall = now.NeedsWall,
                HasHelpers = now.HasHelpers,
                Cpu = Reading(beside.Cpu, inWall: false),
                Wall = Reading(beside.Wall, inWall: true),
                MinorPageFaults = null,
                AllocatedBytes = null,
            },
        };

        double Times(double value) => SignificantDigits.Round(value * factor);

        ClockReading Reading(ClockReading reading, bool inWall) => reading with
        {
            LogRatio = SignificantDigits.Round(reading.LogRatio + to.Control!.In(inWall).LogRatio - from.Control!.In(inWall).LogRatio),
        };
    }
}
