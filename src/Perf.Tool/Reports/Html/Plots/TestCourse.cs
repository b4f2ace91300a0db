using Perf.Measurement;
using Perf.Runs;

namespace Perf.Tool.Reports.Html.Plots;

/// <summary>What a test took, call after call, as its judged clock saw it.</summary>
/// <param name="Launches">One a process, in their order; each has samples.</param>
/// <param name="IsDuet">Whether there are two builds, by turns.</param>
internal sealed record TestCourse(IReadOnlyList<LaunchCourse> Launches, bool IsDuet)
{
    /// <summary>The course behind the verdict: a duet settles what a file could not, and either says more than samples alone.</summary>
    public static TestCourse Of(TestDocument test)
    {
        LaunchCourse[] duets =
        [
            .. test.Duets.Where(duet => duet.Head.Seconds.Count > 0).Select(duet => new LaunchCourse(
                duet.WarmUp.CallSeconds, duet.Base.Seconds, duet.Head.Seconds, duet.Head.SetAside.Union(duet.Base.SetAside).ToHashSet(), duet.Pairs)),
        ];
        if (duets.Length > 0)
        {
            return new TestCourse(duets, true);
        }

        LaunchCourse[] controlled =
        [
            .. test.Controlled.Where(launch => launch.Body.Seconds.Count > 0).Select(launch => new LaunchCourse(
                launch.WarmUp.CallSeconds, [], launch.Body.Seconds, launch.Body.SetAside.ToHashSet(), launch.Samples)),
        ];
        return controlled.Length > 0
            ? new TestCourse(controlled, false)
            : new TestCourse([.. test.Launches.Where(launch => launch.WallSeconds.Count > 0).Select(Of)], false);
    }

    /// <summary>What the head took, without what was set aside, s.</summary>
    public double[] HeadSeconds => [.. Launches.SelectMany(launch => launch.Kept(launch.Head))];

    /// <summary>What the base took, without what was set aside, s; empty where it did not run.</summary>
    public double[] BaseSeconds => [.. Launches.SelectMany(launch => launch.Kept(launch.Base))];

    /// <summary>How many samples (pairs, in a duet) there are.</summary>
    public int Count => Launches.Sum(launch => launch.Head.Count);

    /// <summary>How many were taken; the record keeps an even choice of many.</summary>
    public int Taken => Launches.Sum(launch => launch.Taken);

    /// <summary>How many of them said nothing.</summary>
    public int SetAside => Launches.Sum(launch => launch.SetAside.Count);

    private static LaunchCourse Of(LaunchSamples launch) =>
        new(launch.WarmUp.CallSeconds, [], launch.WallSeconds, new HashSet<int>(), launch.WallSeconds.Count);
}

/// <summary>A process of a course.</summary>
/// <param name="WarmUp">The calls of the warm-up, s of wall time.</param>
/// <param name="Base">The base's part of each pair, s; empty where it did not run.</param>
/// <param name="Head">The head's part of each pair, or each sample, s.</param>
/// <param name="SetAside">The indices of the samples that said nothing.</param>
/// <param name="Taken">How many samples or pairs there were; the record keeps an even choice of many.</param>
internal sealed record LaunchCourse(
    IReadOnlyList<double> WarmUp, IReadOnlyList<double> Base, IReadOnlyList<double> Head, IReadOnlySet<int> SetAside, int Taken)
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
