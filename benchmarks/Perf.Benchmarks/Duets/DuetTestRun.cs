using System.Diagnostics;
using Perf.Runs;

namespace Perf.Benchmarks.Duets;

/// <summary>Runs subjects as a user does, by <c>dotnet test</c> of a built assembly beside another build.</summary>
/// <param name="builds">The builds.</param>
internal sealed class DuetTestRun(DuetBuilds builds)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // An assembly does not carry them; a project does.
    private static readonly string Settings = Path.GetFullPath("src/Perf.NUnit/buildTransitive/perf.runsettings");

    /// <summary>A verdict of each test.</summary>
    /// <exception cref="InvalidOperationException">The run left no record.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public IReadOnlyList<DuetVerdict> Verdicts(DuetRound round)
    {
        string head = builds.Head(round.ExtraWorkPercent);
        string report = Directory.CreateTempSubdirectory("perf-duet-").FullName;
        using Hog? hog = round.IsBesideHog ? Hog.Start(Longest) : null;
        try
        {
            string printed = Run(head, report, round.Subjects);
            string file = Path.Combine(report, "run.json");
            if (!File.Exists(file))
            {
                throw new InvalidOperationException($"the subjects left no record: {printed}");
            }

            double? load = Load();
            return
            [
                .. RunDocument.Parse(File.ReadAllText(file), file).Tests
                    .Select((test, index) => DuetVerdict.Of(test, round, isFirst: index == 0, load)),
            ];
        }
        finally
        {
            Directory.Delete(report, recursive: true);
        }
    }

    private string Run(string head, string report, IReadOnlyList<string> subjects)
    {
        ProcessStartInfo start = new(
            "dotnet", ["test", Path.Combine(head, DuetBuilds.Assembly), "--settings", Settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (subjects.Count > 0)
        {
            start.ArgumentList.Add("--filter");
            start.ArgumentList.Add(string.Join('|', subjects.Select(subject => $"Name={subject}")));
        }

        start.Environment["PERF_BASE_BUILD"] = builds.Base;
        start.Environment["PERF_REPORT"] = report;

        // Builds of unchanged code are equal, and would not be measured.
        start.Environment["PERF_ALWAYS"] = "true";
        using Process tests = Process.Start(start)!;
        Task<string> output = tests.StandardOutput.ReadToEndAsync();
        Task<string> error = tests.StandardError.ReadToEndAsync();
        if (!tests.WaitForExit(Longest))
        {
            tests.Kill(entireProcessTree: true);
            throw new TimeoutException($"a round did not end in {Longest.TotalMinutes} minutes: {output.Result}");
        }

        return output.Result + error.Result;
    }

    // Linux tells it; elsewhere it stays unknown.
    private static double? Load()
    {
        const string path = "/proc/loadavg";
        return File.Exists(path)
            ? double.Parse(File.ReadAllText(path).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }
}
