using System.Diagnostics;
using Perf.Runs;

namespace Perf.Benchmarks.Duets;

/// <summary>Runs the subjects by the real <c>dotnet vstest</c>, one level a round, until the time is over.</summary>
internal sealed class DuetRounds(DuetBuilds builds, DuetRecord record)
{
    private static readonly int[] Levels = [0, 5, 8, 12, 15, 20, 50];
    private static readonly string Settings = Path.GetFullPath("src/Perf.NUnit/buildTransitive/perf.runsettings");
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Measures until the time is over; the round that runs then is finished.</summary>
    public void Run(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        for (int round = record.Read().Count; Stopwatch.GetElapsedTime(start) < time; round++)
        {
            // Unchanged code must be seen far more often than any other: that is where a false alarm would be.
            int level = round % 2 == 0 ? 0 : Levels.MinBy(level => Rounds(level));
            Console.WriteLine($"{level} % more work{(round % 4 >= 2 ? ", beside a hog" : "")}");
            record.Append(Round(level, isBesideHog: round % 4 >= 2));
        }
    }

    private int Rounds(int level) => record.Read().Count(verdict => verdict.ExtraWorkPercent == level);

    private IReadOnlyList<DuetVerdict> Round(int level, bool isBesideHog)
    {
        string head = builds.Of(level == 0 ? "head-0" : $"head-{level}", level);
        string report = Directory.CreateTempSubdirectory("perf-duet-").FullName;
        using Process? hog = isBesideHog ? StartHog() : null;
        try
        {
            ProcessStartInfo start = new("dotnet", ["vstest", Path.Combine(head, DuetBuilds.Assembly), $"--Settings:{Settings}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["PERF_BASE_BUILD"] = builds.Of("base", 0);
            start.Environment["PERF_ALWAYS"] = "true";
            start.Environment["PERF_REPORT"] = report;
            using Process tests = Process.Start(start)!;
            Task<string> output = tests.StandardOutput.ReadToEndAsync();
            Task<string> error = tests.StandardError.ReadToEndAsync();
            if (!tests.WaitForExit(Longest))
            {
                tests.Kill(entireProcessTree: true);
                throw new TimeoutException($"a round did not end in {Longest.TotalMinutes} minutes: {output.Result}");
            }

            string file = Path.Combine(report, "run.json");
            return File.Exists(file)
                ? Verdicts(RunDocument.Parse(File.ReadAllText(file), file), level, isBesideHog)
                : throw new InvalidOperationException($"the subjects left no record: {output.Result}{error.Result}");
        }
        finally
        {
            hog?.Kill();
            Directory.Delete(report, recursive: true);
        }
    }

    private static IReadOnlyList<DuetVerdict> Verdicts(RunDocument run, int level, bool isBesideHog) =>
    [
        .. run.Tests.Select((test, index) =>
        {
            JudgementDocument? judgement = test.Judgements.FirstOrDefault();
            return new DuetVerdict(
                TimeProvider.System.GetUtcNow(),
                level,
                isBesideHog,
                test.Test.MethodName,
                judgement?.Verdict ?? $"Error: {test.Error}",
                judgement?.Ratio,
                judgement?.Launches ?? 0,
                judgement?.Seconds ?? 0,
                test.Duets.Sum(duet => duet.WarmUp.Seconds),
                test.Duets.Any(duet => duet.NeedsWall),
                index == 0);
        }),
    ];

    // Ends by itself, so that nothing is left when this program is killed.
    private static Process StartHog() => Process.Start(new ProcessStartInfo(
        "dotnet",
        [typeof(DuetRounds).Assembly.Location, DuetCommand.HogName, "--seconds", Longest.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture)]))!;
}
