using System.Globalization;
using Perf.Runs;

namespace Perf.Benchmarks.Subjects;

/// <summary>Runs subjects as a user does, by <c>dotnet test</c> of a built assembly.</summary>
/// <param name="builds">The builds.</param>
/// <param name="against">What the verdicts are made against.</param>
/// <param name="judged">Runs the tests of a filter against it.</param>
internal sealed class SubjectRuns(SubjectBuilds builds, Reference against, Func<BuiltTests, string?, RunDocument> judged)
{
    /// <summary>What the verdicts are made against.</summary>
    public Reference Against { get; } = against;

    /// <summary>When the baseline file was recorded; null without one.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>Beside the base build.</summary>
    public static SubjectRuns BesideBase(SubjectBuilds builds) =>
        new(builds, Reference.BaseBuild, (tests, filter) => tests.Beside(builds.Base, filter));

    /// <summary>A verdict of each test.</summary>
    /// <exception cref="InvalidOperationException">The run left no record.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public IReadOnlyList<SubjectVerdict> Verdicts(SubjectRound round)
    {
        BuiltTests tests = SubjectBuilds.Tests(builds.Head(round.ExtraWorkPercent));
        using Hog? hog = round.IsBesideHog ? Hog.Start(BuiltTests.Longest) : null;
        RunDocument run = judged(tests, round.Subjects.Count == 0 ? null : BuiltTests.Named(round.Subjects));
        double? load = Load();
        return
        [
            .. run.Tests.Select((test, index) => SubjectVerdict.Of(test, round, isFirst: index == 0, load) with
            {
                Against = Against,
                RecordedAt = RecordedAt,
            }),
        ];
    }

    // Linux tells it; elsewhere it stays unknown.
    private static double? Load()
    {
        const string path = "/proc/loadavg";
        return File.Exists(path)
            ? double.Parse(File.ReadAllText(path).Split(' ')[0], CultureInfo.InvariantCulture)
            : null;
    }
}
