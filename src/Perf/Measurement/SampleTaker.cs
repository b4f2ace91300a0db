using Perf.Measurement.Devices;
using Perf.Measurement.Meters;
using Perf.Measurement.Probes;

namespace Perf.Measurement;

/// <summary>
/// Takes one sample after another of one body. Innermost around the body stand two readings of the clock;
/// what costs more is read outside them.
/// </summary>
internal sealed class SampleTaker(
    IClock clock, Action body, DeviceBody? device, SamplingPlan plan, InstrumentRecorder recorder, SampleBuffer buffer)
{
    // On a device the body is done when the device is.
    private readonly Action _body = device?.Call ?? body;

    /// <summary>Calls the body and adds what it took, per iteration, to the buffer.</summary>
    /// <returns>Seconds of one call.</returns>
    public double Take(int calls)
    {
        recorder.BeginSample();
        TimeSpan pause = GC.GetTotalPauseDuration();
        long allocated = Allocated();
        double onDevice = device?.Seconds ?? 0;
        double cpu = clock.ThreadCpuSeconds();
        long from = clock.Timestamp();
        for (int call = 0; call < calls; call++)
        {
            _body();
        }

        long to = clock.Timestamp();
        cpu = clock.ThreadCpuSeconds() - cpu;
        allocated = Allocated() - allocated;
        pause = GC.GetTotalPauseDuration() - pause;
        double seconds = clock.Seconds(from, to) / calls;
        buffer.Add(seconds, cpu / calls, (double)allocated / calls, pause.TotalSeconds / calls);
        if (plan.DeviceTime)
        {
            buffer.AddDevice(device is null ? double.NaN : (device.Seconds - onDevice) / calls);
        }

        for (int index = 0; index < plan.Instruments.Count; index++)
        {
            buffer.AddInstrument(index, PerIteration(plan.Instruments[index], recorder.EndSample(index), calls));
        }

        plan.Hits?.NextIteration();
        return seconds;
    }

    // All threads' allocations cost microseconds to read, so only a test that promises something about them pays for it.
    private long Allocated() =>
        plan.Allocations ? GC.GetTotalAllocatedBytes(precise: true) : GC.GetAllocatedBytesForCurrentThread();

    private static double PerIteration(SelectedInstrument instrument, InstrumentSample sample, int calls) =>
        instrument.Aggregation switch
        {
            Aggregation.Last when sample.Count > 0 => sample.Last,
            Aggregation.Mean when sample.Count > 0 => sample.Sum / sample.Count,
            Aggregation.Last or Aggregation.Mean => double.NaN,
            _ => sample.Sum / calls,
        };
}
