using System.Diagnostics.Metrics;
using Perf.Measurement.Devices;
using Perf.Measurement.Meters;
using Perf.Measurement.Probes;

namespace Perf.Measurement;

/// <summary>Takes the samples of one launch: warm-up, then iterations within their time.</summary>
public sealed class Sampler(MachineProbes probes)
{
    /// <summary>Measures the body in this process.</summary>
    /// <param name="body">One iteration; what it throws passes through untouched.</param>
    /// <param name="plan">What to sample.</param>
    /// <param name="firstRunSeconds">How long the body's first, unmeasured run took.</param>
    /// <param name="throwIfStopped">Called between samples; throws where the test was cancelled.</param>
    /// <param name="isMeant">Whether an instrument of a selected name is meant; null for all of them.</param>
    public LaunchSamples Measure(
        Action body, SamplingPlan plan, double firstRunSeconds, Action throwIfStopped, Func<Instrument, bool>? isMeant = null)
    {
        IClock clock = probes.Clock;
        using InstrumentRecorder recorder = new([.. plan.Instruments.Select(instrument => instrument.Selector)], isMeant: isMeant);
        SampleBuffer buffer = new(plan.Instruments.Count, plan.DeviceTime);
        SampleTaker taker = new(clock, body, DeviceBody.Of(body, probes.Work, plan.DeviceTime), plan, recorder, buffer);
        recorder.Enabled = true;

        WarmUpReport warmUp = new WarmUp(clock, probes.Compiler, DeviceSteadiness.Of(probes.Device, probes.Work)).Run(() => taker.Take(1), firstRunSeconds, throwIfStopped);
        int calls = CallsPerSample.Of(taker.Take, buffer.LastWallSeconds(CallsPerSample.CalibratingSamples));
        buffer.Clear();
        recorder.Clear();

        PeakWatch peaks = new(probes, plan);
        using DeviceWatch? device = DeviceWatch.Start(probes.Device, probes.Work, plan.DeviceMemory);
        SampleSize size = SampleSize.Of(plan);
        CollectionCounts collections = CollectionCounts.Read();
        long faults = PageFaults.MinorOfProcess();
        long start = clock.Timestamp();
        do
        {
            throwIfStopped();
            taker.Take(calls);
            peaks.Look();
        }
        while (!buffer.IsFull && !size.IsReached(buffer.Count, clock.Seconds(start, clock.Timestamp())));

        device?.Dispose();
        double measured = clock.Seconds(start, clock.Timestamp());
        return peaks.AddTo(new LaunchSamples
        {
            CallsPerSample = calls,
            WallSeconds = buffer.WallSeconds.ToArray(),
            CpuSeconds = buffer.CpuSeconds.ToArray(),
            DeviceSeconds = buffer.DeviceSeconds.ToArray(),
            AllocatedBytes = buffer.AllocatedBytes.ToArray(),
            Instruments = [.. plan.Instruments.Select((instrument, index) => new InstrumentSamples(
                instrument.Selector.ToString(),
                instrument.Unit,
                instrument.IsDuration,
                buffer.Instrument(index).ToArray(),
                recorder.Values(index).ToArray()))],
            Hits = plan.Hits is null ? null : new HitCount(plan.Hits.Hits, plan.Hits.Lookups),
            Collections = CollectionCounts.Read() - collections,
            MinorPageFaults = faults == PageFaults.Unknown
                ? null
                : (PageFaults.MinorOfProcess() - faults) / ((double)calls * buffer.Count),
            DeviceMemory = device?.Peak,
            DeviceMemoryMissing = device?.Missed,
            Device = device?.Report,
            WarmUp = warmUp,
            MeasuredSeconds = measured,
        });
    }
}
