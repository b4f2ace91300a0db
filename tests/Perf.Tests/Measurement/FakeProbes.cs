using Perf.Measurement;
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
internal sealed class FakeDevice(params DeviceMemoryReading[] readings) : IDeviceMemoryProbe
{
    public int Reads { get; private set; }

    public bool IsAvailable => readings.Length > 0;

    public string WhyNot => IsAvailable ? "" : "there is no such device";

    public DeviceMemoryReading? Read()
    {
        Reads++;
        return IsAvailable ? readings[Math.Min(Reads, readings.Length) - 1] : null;
    }

    public void Dispose()
    {
    }
}

/// <summary>Makes probes out of those that a test cares for.</summary>
internal static class FakeProbes
{
    public static MachineProbes With(
        FakeClock clock, ICompilerProbe? compiler = null, FakeMemory? memory = null, FakeDevice? device = null) =>
        new(clock, compiler ?? FakeCompiler.AtRest, memory ?? new FakeMemory(), device ?? new FakeDevice());
}
