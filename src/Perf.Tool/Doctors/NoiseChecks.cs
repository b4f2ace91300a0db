namespace Perf.Tool.Doctors;

/// <summary>Whether what was measured leaves room for verdicts.</summary>
internal static class NoiseChecks
{
    // A reason says that the machine was busy from here on.
    private const double Busy = 0.3;
    private const double NearlyAlways = 0.7;

    // The usual limit of a regression; where noise alone takes as much of it, changes must be twice as large.
    private const double UsualLimitPercent = 10;
    private const double HopelessPercent = 30;

    /// <summary>All of them.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<ControlNoise> noise) => [Disturbed(noise), Smallest(noise)];

    private static Finding Disturbed(IReadOnlyList<ControlNoise> noise)
    {
        double share = noise.Average(control => control.Disturbed);
        string found = FormattableString.Invariant(
            $"{100 * share:0} % of the calls, the sentinel takes {100 * noise.Average(control => control.SentinelExcess):0} % longer than at its best");
        return share < Busy
            ? Finding.Ok("disturbed", found)
            : new Finding(
                "disturbed",
                share < NearlyAlways ? FindingLevel.Warning : FindingLevel.Bad,
                found,
                "somebody else is on the core: calls are set aside, and launches last longer or cannot be compared with a file",
                "end other programs; where they are not yours, compare beside a base build (dotnet perf duet)");
    }

    private static Finding Smallest(IReadOnlyList<ControlNoise> noise)
    {
        SmallestChange worst = noise.SelectMany(control => control.Smallest)
            .Where(change => change is { Comparison: SmallestChange.BaseBuild, Launches: Statistics.LaunchRule.MostLaunches })
            .MaxBy(change => change.Percent)!;
        string found = FormattableString.Invariant($"{worst.Percent:0.0} % {worst.Comparison}, of the noisiest control");
        return worst.Percent < UsualLimitPercent
            ? Finding.Ok("smallest change", found)
            : new Finding(
                "smallest change",
                worst.Percent < HopelessPercent ? FindingLevel.Warning : FindingLevel.Bad,
                found,
                "a limit of 10 % needs a change of twice that to be red",
                "measure on a quieter machine, or widen the limits in baselines/thresholds.yaml");
    }
}
