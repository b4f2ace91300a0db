using Perf.Measurement;

namespace Perf.Tests.Measurement;

/// <summary>Samples to test with.</summary>
internal static class SomeSamples
{
    /// <summary>Samples of a body that took these times, s.</summary>
    public static LaunchSamples Lasting(params double[] seconds) => new()
    {
        CallsPerSample = 1,
        WallSeconds = seconds,
        CpuSeconds = seconds,
        AllocatedBytes = [.. seconds.Select(_ => 0.0)],
        WarmUp = new WarmUpReport(Calls: 60, Seconds: 0.75, Settled: true),
        MeasuredSeconds = 1.5,
    };

    /// <summary>Samples in which an instrument recorded one value an iteration.</summary>
    public static LaunchSamples Recording(string selector, params double[] values) =>
        Lasting([.. values.Select(_ => 0.5)]) with { Instruments = [Instrument(selector, values)] };

    public static InstrumentSamples Instrument(string selector, params double[] values) =>
        new(selector, null, IsDuration: false, values, values);
}
