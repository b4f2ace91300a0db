namespace Perf.Measurement.Probes;

/// <summary>Tells how much memory of an accelerator is used; a machine without one is no error.</summary>
public interface IDeviceMemoryProbe : IDisposable
{
    /// <summary>Whether the device answered when it was asked last.</summary>
    bool IsAvailable { get; }

    /// <summary>Why it did not, "" when it did.</summary>
    string WhyNot { get; }

    /// <summary>
    /// What is used now; null when the device does not answer, and then <see cref="WhyNot"/> says why.
    /// </summary>
    DeviceMemoryReading? Read();
}
