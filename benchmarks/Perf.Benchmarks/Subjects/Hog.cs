using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Perf.Benchmarks.Subjects;

/// <summary>
/// A process of our own that keeps one core busy; it ends by itself, so that nothing is left when this one is killed.
/// </summary>
internal sealed class Hog : IDisposable
{
    private const string Name = "hog";

    private readonly Process _process;

    private Hog(Process process) => _process = process;

    /// <summary>Starts one.</summary>
    /// <param name="longest">When it ends by itself.</param>
    public static Hog Start(TimeSpan longest) => new(Process.Start(
        "dotnet",
        [
            typeof(Hog).Assembly.Location, Name,
            "--seconds", longest.TotalSeconds.ToString("0", CultureInfo.InvariantCulture),
        ]));

    /// <summary>The subcommand that such a process runs.</summary>
    public static Command CreateCommand()
    {
        Option<double> seconds = new("--seconds") { Required = true };
        Command command = new(Name, "Keeps one core busy for a while.") { seconds };
        command.Hidden = true;
        command.SetAction(parsed => Burn(parsed.GetValue(seconds)));
        return command;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static void Burn(double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        double sink = 0;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            for (int step = 0; step < 1_000_000; step++)
            {
                sink += Math.Sqrt(step);
            }
        }

        GC.KeepAlive(sink);
    }
}
