namespace Perf.Measurement.Devices;

/// <summary>
/// What this process has an accelerator do. Such work is queued: the call that gives it returns before it is done, so a clock that stops
/// then has measured the giving.
/// </summary>
public interface IDeviceWork
{
    /// <summary>The device that this process has given anything to do by now; null as long as there is none. Asked between measurements.</summary>
    DeviceIdentity? Device { get; }

    /// <summary>How many devices that are; the first of them is <see cref="Device"/>.</summary>
    int Devices => Device is null ? 0 : 1;

    /// <summary>The device that is worked on where nobody chooses one, started where it is not yet; null where there is none.</summary>
    DeviceIdentity? First => Device;

    /// <summary>Returns when all that this process gave its devices is done.</summary>
    /// <exception cref="DeviceException">The device failed.</exception>
    void Synchronize();

    /// <summary>Puts a mark into the device's queue; it is stamped with the device's own clock when all before it is done.</summary>
    /// <exception cref="DeviceException">The device failed.</exception>
    void Mark();

    /// <summary>Puts a second mark, waits for it, and tells what lies between the two by the device's own clock, s.</summary>
    /// <exception cref="DeviceException">The device failed.</exception>
    double SecondsSinceMark();
}
