using Perf.Measurement;
using Perf.Runs;

namespace Perf.Tool.Reports.Html.Plots;

/// <summary>What a test took, call after call, as its judged clock saw it.</summary>
/// <param name="Launches">One a process, in their order; each has samples.</param>
/// <param name="IsDuet">Whether there are two builds, by turns.</param>
internal sealed record Timeline(IReadOnlyList<TimelineLaunch> Launches, bool IsDuet)
{
    /// <summary>The timeline behind the verdict: a duet settles what a file could not, and either says more than samples alone.</summary>
    public static Timeline Of(TestDocument test)
    {
        TimelineLaunch[] duets =
        [
            .. test.Duets.Where(duet => duet.HeadSeconds.Count > 0).Select(duet =>
                new TimelineLaunch(duet.WarmUp.CallSeconds, duet.BaseSeconds, duet.HeadSeconds, duet.SetAside.ToHashSet())),
        ];
        if (duets.Length > 0)
        {
            return new Timeline(duets, true);
        }

        TimelineLaunch[] controlled =
        [
            .. test.Controlled.Where(launch => launch.Seconds.Count > 0).Select(launch =>
                new TimelineLaunch(launch.WarmUp.CallSeconds, [], launch.Seconds, launch.SetAside.ToHashSet())),
        ];
        return controlled.Length > 0
            ? new Timeline(controlled, false)
            : new Timeline([.. test.Launches.Where(launch => launch.WallSeconds.Count > 0).Select(Of)], false);
    }

    /// <summary>What the head took, without what was set aside, s.</summary>
    public double[] HeadSeconds => [.. Launches.SelectMany(launch => launch.Kept(launch.Head))];

    /// <summary>What the base took, without what was set aside, s; empty where it did not run.</summary>
    public double[] BaseSeconds => [.. Launches.SelectMany(launch => launch.Kept(launch.Base))];

    /// <summary>How many samples (pairs, in a duet) there are.</summary>
    public int Count => Launches.Sum(launch => launch.Head.Count);

    /// <summary>How many of them said nothing.</summary>
    public int SetAside => Launches.Sum(launch => launch.SetAside.Count);

    private static TimelineLaunch Of(LaunchSamples launch) => new(launch.WarmUp.CallSeconds, [], launch.WallSeconds, new HashSet<int>());
}

/// <summary>A process of a timeline.</summary>
/// <param name="WarmUp">The calls of the warm-up, s of wall time.</param>
/// <param name="Base">The base's part of each pair, s; empty where it did not run.</param>
/// <param name="Head">The head's part of each pair, or each sample, s.</param>
/// <param name="SetAside">The indices of the samples that said nothing.</param>
internal sealed record TimelineLaunch(
    IReadOnlyList<double> WarmUp, IReadOnlyList<double> Base, IReadOnlyList<double> Head, IReadOnlySet<int> SetAside)
{
    /// <summary>The values that said something.</summary>
    public IEnumerable<double> Kept(IReadOnlyList<double> values) =>
        values.Where((value, index) => double.IsFinite(value) && !SetAside.Contains(index));

    /// <summary>Every n-th index of a list, so that at most so many are left.</summary>
    public static IEnumerable<int> Thinned(int count, int most)
    {
        int step = Math.Max(1, (count + most - 1) / Math.Max(1, most));
        for (int index = 0; index < count; index += step)
        {
            yield return index;
        }
    }
}
