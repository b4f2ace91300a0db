namespace Perf.Measurement.Devices;

/// <summary>A probe that is opened by the first who asks it: a process that promises nothing of a device, and uses none, leaves its driver alone.</summary>
/// <param name="open">Opens it.</param>
internal sealed class OnDemandProbe(Func<IDeviceProbe> open) : IDeviceProbe
{
    private readonly Lazy<IDeviceProbe> _probe = new(open);

    /// <inheritdoc/>
    public bool IsAvailable => _probe.Value.IsAvailable;

    /// <inheritdoc/>
    public string WhyNot => _probe.Value.WhyNot;

    /// <inheritdoc/>
    public void TurnTo(DeviceIdentity device) => _probe.Value.TurnTo(device);

    /// <inheritdoc/>
    public DeviceMemoryReading? ReadMemory() => _probe.Value.ReadMemory();

    /// <inheritdoc/>
    public DeviceState? ReadState() => _probe.Value.ReadState();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_probe.IsValueCreated)
        {
            _probe.Value.Dispose();
        }
    }
}
