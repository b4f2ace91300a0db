using Perf.Measurement.Probes;

namespace Perf.Duets;

/// <summary>
/// Tells whether the CPU time of the calling thread is all that a body takes. It is when the thread hardly waits and has no
/// helpers, as the median over single calls: a collection in one of them is no waiting.
/// </summary>
public sealed class ThreadTime(IClock clock)
{
    private const int MostCalls = 20;
    private const int FewestCalls = 5;

    // Twenty calls of a body of a second would take longer than all that is measured.
    private const double EnoughSeconds = 0.5;
    private const double MostBlocked = 0.03;
    private const double MostOfProcess = 1.25;

    // Beside a body that sleeps any thread of the runtime is many times as busy.
    private const double LeastOfWall = 0.05;

    /// <summary>Looks at a body.</summary>
    /// <param name="call">Runs it once.</param>
    public ThreadTimeReport Of(Action call)
    {
        List<double> blocked = [];
        List<double> ofProcess = [];
        List<double> ofWall = [];
        for (double seconds = 0; blocked.Count < FewestCalls || (blocked.Count < MostCalls && seconds < EnoughSeconds);)
        {
            double delay = clock.RunDelaySeconds();
            double process = clock.ProcessCpuSeconds();
            double cpu = clock.ThreadCpuSeconds();
            long from = clock.Timestamp();
            call();
            double wall = clock.Seconds(from, clock.Timestamp());
            cpu = clock.ThreadCpuSeconds() - cpu;
            process = clock.ProcessCpuSeconds() - process;
            delay = clock.RunDelaySeconds() - delay;
            blocked.Add(wall > 0 ? (wall - cpu - delay) / wall : 0);
            ofProcess.Add(cpu > 0 ? process / cpu : 1);
            ofWall.Add(wall > 0 ? (process - cpu) / wall : 0);
            seconds += wall;
        }

        return new ThreadTimeReport(
            MathNet.Numerics.Statistics.Statistics.Median(blocked) > MostBlocked,
            MathNet.Numerics.Statistics.Statistics.Median(ofProcess) > MostOfProcess
                && MathNet.Numerics.Statistics.Statistics.Median(ofWall) > LeastOfWall);
    }
}

/// <summary>What a body does beside using its thread.</summary>
/// <param name="Waits">It sleeps, or waits for a lock, a device or another thread.</param>
/// <param name="HasHelpers">Other threads work while it runs.</param>
/// <param name="UsesDevice">An accelerator works while it runs, whether the thread spins or sleeps until that is done.</param>
public readonly record struct ThreadTimeReport(bool Waits, bool HasHelpers, bool UsesDevice = false)
{
    /// <summary>Whether the thread's CPU time is all that the body takes.</summary>
    public bool TellsAll => !Waits && !HasHelpers && !UsesDevice;
}
