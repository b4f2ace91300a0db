namespace Perf.Measurement.Probes;

/// <summary>Tells how much memory is used.</summary>
public interface IMemoryProbe
{
    /// <summary>
    /// Lets the own peak begin anew; false where the system keeps one peak since the start of the process.
    /// </summary>
    bool TryResetPeak();

    /// <summary>What is used now, and at the peak.</summary>
    /// <exception cref="InvalidOperationException">The system does not tell; the message says what.</exception>
    MemoryReading Read();
}
