using Perf.Benchmarks.Subjects;
using Perf.Runs;

namespace Perf.Benchmarks.Planted;

/// <summary>Runs the suite: all of it unchanged, and of the planted builds what is compared with the base build or a file.</summary>
/// <param name="builds">The builds.</param>
/// <param name="besideHog">Of the unchanged build a run each: whether one core is kept busy meanwhile.</param>
/// <param name="judged">Runs the tests of a filter.</param>
internal sealed class SuiteRounds(
    SuiteBuilds builds, IReadOnlyList<bool> besideHog, Func<BuiltTests, string?, RunDocument> judged)
{
    /// <summary>The verdicts of a round.</summary>
    /// <param name="round">Its number, to tell how far it is.</param>
    public IReadOnlyList<SuiteVerdict> Verdicts(int round)
    {
        List<SuiteVerdict> verdicts = [];
        foreach (bool isBesideHog in besideHog)
        {
            verdicts.AddRange(Verdicts(round, builds.Unchanged, null, isBesideHog, null));
        }

        string compared = BuiltTests.Named(verdicts.Where(verdict => verdict.IsOfBase).Select(verdict => verdict.Test).Distinct());
        foreach (Planting planting in Planting.All)
        {
            verdicts.AddRange(Verdicts(round, builds.With(planting), planting.Stage, false, compared));
        }

        return verdicts;
    }

    private SuiteVerdict[] Verdicts(int round, SourceCopy build, string? stage, bool isBesideHog, string? filter)
    {
        using Hog? hog = isBesideHog ? Hog.Start(BuiltTests.Longest) : null;
        SuiteVerdict[] verdicts = [.. SuiteVerdict.Of(stage, isBesideHog, judged(build.Tests, filter))];
        string counts = string.Join(", ", verdicts.CountBy(verdict => verdict.Verdict).Select(count => $"{count.Value} {count.Key}"));
        Console.WriteLine($"round {round}, {stage ?? "unchanged"}{(isBesideHog ? " beside a hog" : "")}: {counts}");
        return verdicts;
    }
}
