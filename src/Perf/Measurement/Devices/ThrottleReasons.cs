namespace Perf.Measurement.Devices;

/// <summary>
/// Why a device runs slower than it was set to (NVML API reference, "nvmlClocksEventReasons"). Idleness, and clocks that somebody set,
/// are none: a device of fixed clocks is a steady one.
/// </summary>
[Flags]
public enum ThrottleReasons : ulong
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>The power limit is reached.</summary>
    PowerCap = 0x4,

    /// <summary>The hardware slows down: heat, power brake, or a failing supply.</summary>
    HardwareSlowdown = 0x8,

    /// <summary>The slowest device of a group holds the others back.</summary>
    SyncBoost = 0x10,

    /// <summary>The driver slows down for heat.</summary>
    SoftwareThermal = 0x20,

    /// <summary>The hardware slows down for heat.</summary>
    HardwareThermal = 0x40,

    /// <summary>The power supply asks for less.</summary>
    PowerBrake = 0x80,

    /// <summary>All of them.</summary>
    All = PowerCap | HardwareSlowdown | SyncBoost | SoftwareThermal | HardwareThermal | PowerBrake,
}
