using System.Runtime.InteropServices;

namespace Perf.Measurement.Devices;

/// <summary>The functions of NVIDIA's management library that tell how a device works; none of them need be there.</summary>
internal sealed unsafe class NvmlClocks
{
    // NVML_CLOCK_SM, NVML_TEMPERATURE_GPU, and NVML_SYSTEM_DRIVER_VERSION_BUFFER_SIZE.
    private const int ProcessorClock = 1;
    private const int OfTheChip = 0;
    private const int VersionCapacity = 80;

    private readonly delegate* unmanaged[Cdecl]<byte*, uint, int> _driver;
    private readonly delegate* unmanaged[Cdecl]<nint, int, uint*, int> _clock;
    private readonly delegate* unmanaged[Cdecl]<nint, uint*, int> _powerLimit;
    private readonly delegate* unmanaged[Cdecl]<nint, int, uint*, int> _temperature;
    private readonly delegate* unmanaged[Cdecl]<nint, ulong*, int> _reasons;

    /// <summary>Finds what there is.</summary>
    /// <param name="find">Finds the first of some names; 0 when there is none.</param>
    public NvmlClocks(Func<string[], nint> find)
    {
        _driver = (delegate* unmanaged[Cdecl]<byte*, uint, int>)find(["nvmlSystemGetDriverVersion"]);
        _clock = (delegate* unmanaged[Cdecl]<nint, int, uint*, int>)find(["nvmlDeviceGetClockInfo"]);
        _powerLimit = (delegate* unmanaged[Cdecl]<nint, uint*, int>)find(["nvmlDeviceGetEnforcedPowerLimit"]);
        _temperature = (delegate* unmanaged[Cdecl]<nint, int, uint*, int>)find(["nvmlDeviceGetTemperature"]);

        // Renamed in driver 535; the older name is still there in most.
        _reasons = (delegate* unmanaged[Cdecl]<nint, ulong*, int>)find(
            ["nvmlDeviceGetCurrentClocksEventReasons", "nvmlDeviceGetCurrentClocksThrottleReasons"]);
    }

    /// <summary>The version of the driver; null where it does not tell.</summary>
    public string? DriverVersion()
    {
        byte* text = stackalloc byte[VersionCapacity + 1];
        text[0] = text[VersionCapacity] = 0;
        return _driver is not null && _driver(text, VersionCapacity) == 0 ? Marshal.PtrToStringUTF8((nint)text) : null;
    }

    /// <summary>How a device works now.</summary>
    public DeviceState Read(nint device, string name, string? driver)
    {
        uint value;
        ulong reasons;
        return new DeviceState(
            name,
            driver,
            _clock is not null && _clock(device, ProcessorClock, &value) == 0 ? value : null,
            _powerLimit is not null && _powerLimit(device, &value) == 0 ? value / 1e3 : null,
            _temperature is not null && _temperature(device, OfTheChip, &value) == 0 ? value : null,
            _reasons is not null && _reasons(device, &reasons) == 0 ? (ThrottleReasons)reasons & ThrottleReasons.All : null);
    }
}
