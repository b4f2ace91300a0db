using Perf.Baselines;
using Perf.Runs;

namespace Perf.Tool.Tests;

/// <summary>Runs that nobody measured.</summary>
internal static class SomeRuns
{
    public static readonly DateTimeOffset Midnight = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

    public static readonly Fingerprint Machine = new()
    {
        CpuModel = "Some CPU",
        LogicalCores = 2,
        Architecture = "X64",
        OsFamily = "Linux",
        RuntimeMajor = 10,
        GcMode = "workstation, concurrent",
        TieringMode = "tiered",
        Accelerator = "cpu",
    };

    /// <summary>A run of some tests.</summary>
    public static RunDocument Of(params TestDocument[] tests) => new(
        RunDocument.CurrentSchemaVersion, Midnight, "cpu", "4f3c2a1", "baselines/thresholds.yaml", "baselines/cpu.json", Strict: false, Machine, tests)
    {
        EndedAt = Midnight.AddMinutes(1),
    };

    /// <summary>A test that took some time.</summary>
    public static TestDocument Test(string name, double seconds) => Test(name, Series(name, seconds));

    /// <summary>A test with some series.</summary>
    public static TestDocument Test(string name, params BaselineSeries[] series)
    {
        string[] parts = name.Split('(')[0].Split('.');
        return new TestDocument(new TestReference(name, parts[^2], parts[^1], "tests/App.Perf"), null, [], []) { Series = series };
    }

    /// <summary>A series without a control, of launches that took some time.</summary>
    public static BaselineSeries Series(string name, params double[] seconds) => new(
        name, "time", "s", seconds.Order().ElementAt(seconds.Length / 2), 1, null, "4f3c2a1", Midnight, [.. seconds.Select(Launch)]);

    /// <summary>A series of allocated bytes.</summary>
    public static BaselineSeries Bytes(string name, double bytes) =>
        new(name, "allocated_bytes", "By", bytes, 1, null, "4f3c2a1", Midnight, [BaselineLaunch.Of(5, [bytes])]);

    /// <summary>A series beside a control.</summary>
    /// <param name="name">The test.</param>
    /// <param name="control">The control.</param>
    /// <param name="logRatios">ln(body / control), one a launch.</param>
    public static BaselineSeries Controlled(string name, string control, params double[] logRatios)
    {
        double accepted = logRatios.Order().ElementAt(logRatios.Length / 2);
        ClockReading Reading(double logRatio) => new(logRatio, 0.002, 100, 0.0002, 0.0001);
        return Series(name, [.. logRatios.Select(logRatio => 0.0002 * Math.Exp(logRatio))]) with
        {
            Launches =
            [
                .. logRatios.Select(logRatio => Launch(0.0002 * Math.Exp(logRatio)) with
                {
                    Beside = new BesideControl(100, NeedsWall: false, HasHelpers: false, Reading(logRatio), Reading(logRatio)),
                }),
            ],
            Control = new AcceptedControl(control, 1, new AcceptedRatio(accepted, 0.0001, 0.0002), new AcceptedRatio(accepted, 0.0001, 0.0002)),
            ResolutionPercent = 3,
        };
    }

    /// <summary>Writes a run.</summary>
    public static string Write(string path, RunDocument run)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, run.ToJson());
        return path;
    }

    private static BaselineLaunch Launch(double seconds) => BaselineLaunch.Of(100, [seconds * 0.99, seconds, seconds * 1.01]);
}
