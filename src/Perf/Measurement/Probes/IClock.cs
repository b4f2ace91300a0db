namespace Perf.Measurement.Probes;

/// <summary>Wall time and CPU time; a test gives its own.</summary>
public interface IClock
{
    /// <summary>
    /// The present moment of a monotonic clock, in ticks that only <see cref="Seconds"/> understands.
    /// </summary>
    long Timestamp();

    /// <summary>The wall time between two timestamps, s.</summary>
    double Seconds(long from, long to);

    /// <summary>Lets the calling thread sleep for about so long, s.</summary>
    void Pause(double seconds);

    /// <summary>The CPU time that the calling thread has used so far, s.</summary>
    double ThreadCpuSeconds();

    /// <summary>The CPU time that all threads of the process have used so far, s.</summary>
    double ProcessCpuSeconds();

    /// <summary>
    /// For how long the calling thread has been ready to run while no processor was free, s; 0 where the system does not tell.
    /// </summary>
    double RunDelaySeconds();
}
