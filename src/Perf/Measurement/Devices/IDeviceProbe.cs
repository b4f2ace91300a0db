namespace Perf.Measurement.Devices;

/// <summary>Tells how an accelerator fares: its memory, its clocks; a machine without one is no error.</summary>
public interface IDeviceProbe : IDisposable
{
    /// <summary>Whether the device answered when it was asked last.</summary>
    bool IsAvailable { get; }

    /// <summary>Why it did not, "" when it did.</summary>
    string WhyNot { get; }

    /// <summary>Turns to the device that the process works on; what was asked before may have been of another one.</summary>
    /// <param name="device">The device.</param>
    void TurnTo(DeviceIdentity device);

    /// <summary>
    /// What memory is used now; null when the device does not answer, and then <see cref="WhyNot"/> says why.
    /// </summary>
    DeviceMemoryReading? ReadMemory();

    /// <summary>How the device works now; null when it does not answer.</summary>
    DeviceState? ReadState();
}
