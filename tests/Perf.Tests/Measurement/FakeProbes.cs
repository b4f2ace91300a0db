using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Measurement.Probes;

namespace Perf.Tests.Measurement;

/// <summary>A compiler that is busy as long as the test says.</summary>
internal sealed class FakeCompiler(Func<CompilerActivity> read) : ICompilerProbe
{
    public static FakeCompiler AtRest { get; } = new(() => default);

    public bool SeesAllPending { get; init; }

    public CompilerActivity Read() => read();
}

/// <summary>Memory that tells what the test says, one reading after another and the last one from then on.</summary>
internal sealed class FakeMemory(params MemoryReading[] readings) : IMemoryProbe
{
    public int Resets { get; private set; }

    public int Reads { get; private set; }

    public bool TryResetPeak()
    {
        Resets++;
        return true;
    }

    public MemoryReading Read() => readings[Math.Min(Reads++, readings.Length - 1)];
}

/// <summary>A device that tells what the test says, one reading after another and the last one from then on.</summary>
internal sealed class FakeDevice(params DeviceMemoryReading[] readings) : IDeviceProbe
{
    public int Reads { get; private set; }

    /// <summary>How it works; asked anew each time.</summary>
    public Func<DeviceState?> State { get; init; } = () => null;

    public List<DeviceIdentity> TurnedTo { get; } = [];

    /// <summary>Whether it answers nothing for now.</summary>
    public bool IsLost { get; set; }

    public bool IsAvailable => readings.Length > 0 && !IsLost;

    public string WhyNot => IsAvailable ? "" : "there is no such device";

    public void TurnTo(DeviceIdentity device) => TurnedTo.Add(device);

    public DeviceMemoryReading? ReadMemory()
    {
        Reads++;
        return IsAvailable ? readings[Math.Min(Reads, readings.Length) - 1] : null;
    }

    public DeviceState? ReadState() => State();

    public void Dispose()
    {
    }
}

/// <summary>A device whose work takes its time after the call that gave it, on the test's clock.</summary>
internal sealed class FakeWork(FakeClock clock) : IDeviceWork
{
    private double _busyUntil;
    private double _mark;

    public DeviceIdentity? Device { get; set; } = new("fake", null);

    public int Devices { get; init; } = 1;

    public int Synchronizations { get; private set; }

    public int Marks { get; private set; }

    /// <summary>Gives the device work of so long; returns at once.</summary>
    public void Give(double seconds) => _busyUntil = Math.Max(clock.Now, _busyUntil) + seconds;

    public void Synchronize()
    {
        Synchronizations++;
        clock.Wait(Math.Max(0, _busyUntil - clock.Now));
    }

    public void Mark()
    {
        Marks++;
        _mark = Math.Max(clock.Now, _busyUntil);
    }

    public double SecondsSinceMark()
    {
        double end = Math.Max(clock.Now, _busyUntil);
        clock.Wait(end - clock.Now);
        return end - _mark;
    }
}

/// <summary>Makes probes out of those that a test cares for.</summary>
internal static class FakeProbes
{
    public static MachineProbes With(
        FakeClock clock, ICompilerProbe? compiler = null, FakeMemory? memory = null, FakeDevice? device = null, FakeWork? work = null) =>
        new(clock, compiler ?? FakeCompiler.AtRest, memory ?? new FakeMemory(), device ?? new FakeDevice()) { Work = work };
}
