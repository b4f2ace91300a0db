namespace Perf.Measurement.Devices;

/// <summary>A body that is done when the device has done what it was given, so that a clock around it tells all that it takes.</summary>
internal sealed class DeviceBody
{
    private readonly Action _body;
    private readonly IDeviceWork _work;

    private DeviceBody(Action body, IDeviceWork work, bool isTimed)
    {
        (_body, _work) = (body, work);
        Call = isTimed ? RunTimed : Run;
    }

    /// <summary>Runs the body once, until the device has done its share.</summary>
    public Action Call { get; }

    /// <summary>Seconds by the device's clock in all calls, where they are asked for.</summary>
    public double Seconds { get; private set; }

    /// <summary>The body on the device that the process uses; null where it uses none, and the body is measured as it is.</summary>
    /// <param name="body">The body.</param>
    /// <param name="work">The devices; null where there can be none.</param>
    /// <param name="isTimed">Whether time by the device's clock is asked for.</param>
    public static DeviceBody? Of(Action body, IDeviceWork? work, bool isTimed) =>
        work is { Device: not null } ? new DeviceBody(body, work, isTimed) : null;

    private void Run()
    {
        _body();
        _work.Synchronize();
    }

    private void RunTimed()
    {
        _work.Mark();
        _body();
        Seconds += _work.SecondsSinceMark();
        _work.Synchronize();
    }
}
