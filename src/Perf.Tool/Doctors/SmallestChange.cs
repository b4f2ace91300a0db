using Perf.Measurement;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Tool.Doctors;

/// <summary>The smallest change that the rule would call a regression here, were it asked about no change at all.</summary>
/// <param name="Comparison">With what.</param>
/// <param name="Launches">After how many launches.</param>
/// <param name="Percent">The change, %.</param>
/// <param name="Seconds">How long that takes, s.</param>
internal sealed record SmallestChange(string Comparison, int Launches, double Percent, double Seconds)
{
    /// <summary>The same code in two builds.</summary>
    public const string BaseBuild = "beside a base build";

    /// <summary>Between runs of a control.</summary>
    public const string File = "against a file";

    /// <summary>Against a limit.</summary>
    public const string Limit = "without a control";

    // As many as a recording takes.
    private const int RecordedLaunches = 5;

    // The least for red, and the most.
    private static readonly int[] Counts = [2, LaunchRule.MostLaunches];

    /// <summary>Of launches beside a base build.</summary>
    /// <param name="launches">What launches of unchanged code said.</param>
    /// <param name="seconds">What one takes, s.</param>
    public static IEnumerable<SmallestChange> BesideABaseBuild(IReadOnlyList<Estimate> launches, double seconds) =>
        Of(BaseBuild, LaunchRule.LuckOfDuet, [.. launches.Select(launch => new Launch(launch))], baseline: null, seconds);

    /// <summary>Of launches beside a control, the same ones as now and as recorded.</summary>
    /// <param name="launches">What launches of unchanged code said.</param>
    /// <param name="seconds">What one takes, s.</param>
    public static IEnumerable<SmallestChange> AgainstAFile(IReadOnlyList<Estimate> launches, double seconds)
    {
        Launch[] centred = Centred([.. launches.Select(launch => new Launch(launch))]);
        BaselineLaunches recorded = new(0, [.. Repeated(centred, RecordedLaunches).Select(launch => launch.Typical)]);
        return Of(File, LaunchRule.LuckOfFile, centred, recorded, seconds);
    }

    /// <summary>Of launches by themselves.</summary>
    /// <param name="launches">ln of the seconds of each.</param>
    /// <param name="seconds">What one takes, s.</param>
    public static IEnumerable<SmallestChange> WithoutAControl(IReadOnlyList<Launch> launches, double seconds) =>
        Of(Limit, LaunchRule.LuckAgainstLimit, launches, baseline: null, seconds);

    private static IEnumerable<SmallestChange> Of(
        string comparison, double luck, IReadOnlyList<Launch> launches, BaselineLaunches? baseline, double seconds)
    {
        // No limit and no tolerance: what is left is what noise alone demands.
        LaunchRule rule = new(0, 0, luck, Direction.LowerIsBetter);
        Launch[] centred = Centred(launches);
        return Counts.Select(count => new SmallestChange(
            comparison,
            count,
            100 * (rule.Decide(Repeated(centred, count), baseline).SmallestDetectableRatio - 1),
            count * seconds));
    }

    // Their spread counts, and not what they took.
    private static Launch[] Centred(IReadOnlyList<Launch> launches)
    {
        double typical = launches.Average(launch => launch.Typical.Value);
        double quiet = launches.Average(launch => launch.Quiet.Value);
        return [.. launches.Select(launch => new Launch(
            launch.Typical with { Value = launch.Typical.Value - typical }, launch.Quiet with { Value = launch.Quiet.Value - quiet }))];
    }

    private static Launch[] Repeated(Launch[] launches, int count) => [.. Enumerable.Range(0, count).Select(index => launches[index % launches.Length])];
}
