using Perf.Files;

namespace Perf.Benchmarks.Decisions;

/// <summary>One side of a recorded process: what one run of a subject would have measured.</summary>
/// <param name="Process">The process.</param>
/// <param name="Subject">What it called.</param>
/// <param name="Environment">In which environment.</param>
/// <param name="Load">Beside what.</param>
/// <param name="CallSeconds">What each call took, s.</param>
/// <param name="Seconds">What all of them took, s of wall time.</param>
internal sealed record RecordedRun(
    string Process, string Subject, string Environment, string Load, double[] CallSeconds, double Seconds)
{
    private const double Nanosecond = 1e-9;

    // One has no spread.
    private const int FewestCalls = 2;

    /// <summary>Both sides of all processes of a recording.</summary>
    /// <param name="folder">The folder of the recordings.</param>
    /// <param name="seconds">A run ends after so many seconds of its own calls.</param>
    /// <param name="inCpuTime">Whether a call's time is CPU time of the thread instead of wall time.</param>
    /// <exception cref="PerfFileException">The recording is not there, or not such a one.</exception>
    public static IReadOnlyList<RecordedRun> Read(DirectoryInfo folder, double seconds, bool inCpuTime) =>
    [
        .. from row in TraceFile.Read(folder, "pairs").Rows
           group row by (
               Process: row.Text("run"),
               Subject: row.Text("subject"),
               Environment: row.Text("environment"),
               Load: row.Text("load")) into process
           where process.Count() >= FewestCalls
           from side in new[] { "base", "head" }
           select OfSide(
               new RecordedRun(
                   process.Key.Process, process.Key.Subject, process.Key.Environment, process.Key.Load, [], 0),
               [.. process.Select(row => row.Positive($"{side}_wall_ns") * Nanosecond)],
               [.. process.Select(row => row.Positive($"{side}_cpu_ns") * Nanosecond)],
               seconds,
               inCpuTime),
    ];

    /// <summary>Whether another run may be held against this one: another process of the same kind.</summary>
    public bool IsComparable(RecordedRun other) =>
        Process != other.Process && Subject == other.Subject && Environment == other.Environment && Load == other.Load;

    private static RecordedRun OfSide(RecordedRun run, double[] wall, double[] cpu, double most, bool inCpuTime)
    {
        int calls = 0;
        double seconds = 0;
        while (calls < wall.Length && seconds < most)
        {
            seconds += wall[calls++];
        }

        return run with { CallSeconds = (inCpuTime ? cpu : wall)[..calls], Seconds = seconds };
    }
}
