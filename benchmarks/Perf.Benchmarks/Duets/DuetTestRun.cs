using System.Globalization;
using Perf.Runs;

namespace Perf.Benchmarks.Duets;

/// <summary>Runs subjects as a user does, by <c>dotnet test</c> of a built assembly beside another build.</summary>
/// <param name="builds">The builds.</param>
internal sealed class DuetTestRun(DuetBuilds builds)
{
    /// <summary>A verdict of each test.</summary>
    /// <exception cref="InvalidOperationException">The run left no record.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public IReadOnlyList<DuetVerdict> Verdicts(DuetRound round)
    {
        BuiltTests tests = new(Path.Combine(builds.Head(round.ExtraWorkPercent), DuetBuilds.Assembly), builds.Base);
        using Hog? hog = round.IsBesideHog ? Hog.Start(BuiltTests.Longest) : null;
        RunDocument run = tests.Run(round.Subjects.Count == 0 ? null : BuiltTests.Named(round.Subjects));
        double? load = Load();
        return [.. run.Tests.Select((test, index) => DuetVerdict.Of(test, round, isFirst: index == 0, load))];
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
