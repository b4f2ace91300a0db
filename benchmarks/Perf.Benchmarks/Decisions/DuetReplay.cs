using Perf.Judging;
using Perf.Statistics;

namespace Perf.Benchmarks.Decisions;

/// <summary>Recorded duets as launches, one after another until there is a verdict.</summary>
/// <param name="plan">What is asked.</param>
/// <param name="trueRatio">head / base as it was in a duet.</param>
/// <param name="verdictOf">What the rule says of duets whose head / base is made another one.</param>
internal sealed class DuetReplay<T>(
    ReplayPlan plan, Func<T, double> trueRatio, Func<T[], double, ReplayedVerdict> verdictOf)
{
    /// <summary>Red needs two processes.</summary>
    public const int FewestProcesses = 2;

    // Ratios are written with two digits or three.
    private const double Same = 0.0005;

    /// <summary>All duets at every true ratio, which their own is turned into.</summary>
    public Replays Made(string of, IReadOnlyList<T> duets) => Replays.Run(
        DuetReplay.Rule,
        of,
        DrawsOf(duets),
        draw => [.. ReplayPlan.TrueRatios.Select(ratio => verdictOf(draw, ratio))]);

    /// <summary>At each true ratio those duets alone whose head really did so much more.</summary>
    public Replays Real(string of, IReadOnlyList<T> duets) => new(
        DuetReplay.Rule,
        of,
        [
            .. ReplayPlan.TrueRatios.Select(ratio =>
            {
                T[] real = [.. duets.Where(duet => Math.Abs(trueRatio(duet) - ratio) < Same)];
                return (ReplayedVerdict[])(real.Length < FewestProcesses
                    ? []
                    : [.. DrawsOf(real).AsParallel().AsOrdered().Select(draw => verdictOf(draw, ratio))]);
            }),
        ]);

    private IReadOnlyList<T[]> DrawsOf(IReadOnlyList<T> duets) =>
    [
        .. Draws.Of(duets.Count, LaunchRule.MostLaunches, plan.Replays, plan.Seed)
            .Select(draw => (T[])[.. draw.Select(index => duets[index])]),
    ];
}

/// <summary>The replays of both kinds of recorded duets.</summary>
internal static class DuetReplay
{
    public const string Rule = "duet";

    /// <summary>Of duets that were recorded pair by pair.</summary>
    public static DuetReplay<RecordedPairs> OfPairs(ReplayPlan plan) =>
        new(plan, duet => duet.TrueRatio, (duets, ratio) => VerdictOf(plan, duets, ratio));

    /// <summary>Of launches whose estimates were recorded.</summary>
    public static DuetReplay<RecordedLaunch> OfLaunches(ReplayPlan plan) =>
        new(plan, launch => launch.TrueRatio, (launches, ratio) => VerdictOf(plan, launches, ratio));

    private static ReplayedVerdict VerdictOf(ReplayPlan plan, RecordedPairs[] duets, double ratio)
    {
        ReplayedProcesses<RecordedPairs> replayed = new(duets);
        AgainstBaseBuild comparison = new(new PairsSource(replayed, ratio), "a recording", LaunchRule.LuckOfDuet);
        return replayed.Judge(plan, comparison, tellsSeconds: false);
    }

    private static ReplayedVerdict VerdictOf(ReplayPlan plan, RecordedLaunch[] launches, double ratio)
    {
        ReplayedProcesses<RecordedLaunch> replayed = new(launches);
        return replayed.Judge(plan, new AgainstRecordedBase(replayed, ratio), tellsSeconds: true);
    }
}
