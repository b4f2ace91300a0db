using Perf.Measurement.Probes;

namespace Perf.Benchmarks.Detector;

/// <summary>CPU time of all threads of the process, so that a hidden thread counts too.</summary>
internal static class CpuTime
{
    private const double MillisecondsPerSecond = 1000;

    public static double MillisecondsOf(Action work)
    {
        double before = SystemClock.Instance.ProcessCpuSeconds();
        work();
        return (SystemClock.Instance.ProcessCpuSeconds() - before) * MillisecondsPerSecond;
    }
}
