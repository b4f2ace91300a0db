using System.Diagnostics.Metrics;
using Perf.Measurement;
using Perf.Measurement.Meters;
using Perf.Measurement.Probes;

namespace Perf.Duets;

/// <summary>One build in a duet: its samples, and its present body.</summary>
internal sealed class DuetArm : IDisposable
{
    // Sums are compared, not single values: these tell only that there were any.
    private const int ValueCapacity = 1024;

    private readonly IClock _clock;
    private readonly SamplingPlan _plan;
    private readonly InstrumentRecorder _recorder;
    private readonly SampleBuffer _buffer;
    private DuetBody? _body;
    private SampleTaker? _taker;

    public DuetArm(IClock clock, SamplingPlan plan, Func<Instrument, bool>? isOwn)
    {
        _clock = clock;
        _plan = plan;
        _recorder = new InstrumentRecorder([.. plan.Instruments.Select(instrument => instrument.Selector)], ValueCapacity, isOwn);
        _buffer = new SampleBuffer(plan.Instruments.Count);
    }

    /// <summary>Wall time of one call in the latest samples, s.</summary>
    public double[] LastWallSeconds => _buffer.LastWallSeconds(CallsPerSample.CalibratingSamples);

    /// <summary>Their median.</summary>
    public double MedianOfLast() => MathNet.Numerics.Statistics.Statistics.Median(LastWallSeconds);

    /// <summary>Takes the body of new instances.</summary>
    public void Stand(DuetBody body)
    {
        _body = body;
        _taker = new SampleTaker(_clock, body.Call, _plan, _recorder, _buffer);
    }

    /// <summary>Forgets the body, which holds its fixture.</summary>
    public void Leave() => (_body, _taker) = (null, null);

    /// <summary>How often the body is called in a sample.</summary>
    public int Calls { get; set; } = 1;

    /// <summary>Takes a sample.</summary>
    public void Take() => Take(Calls);

    /// <summary>Takes a sample of so many calls.</summary>
    /// <returns>Seconds of one call.</returns>
    public double Take(int calls)
    {
        _body!.Enter();
        return _taker!.Take(calls);
    }

    /// <summary>Runs the body once, without a sample.</summary>
    public void Call()
    {
        _body!.Enter();
        _body.Call();
    }

    /// <summary>Forgets all samples.</summary>
    public void Clear()
    {
        _buffer.Clear();
        _recorder.Clear();
    }

    /// <summary>What was measured so far.</summary>
    public ArmSamples Samples(int calls, WarmUpReport warmUp, double measuredSeconds) => new(
        new LaunchSamples
        {
            CallsPerSample = calls,
            WallSeconds = _buffer.WallSeconds.ToArray(),
            CpuSeconds = _buffer.CpuSeconds.ToArray(),
            AllocatedBytes = _buffer.AllocatedBytes.ToArray(),
            Instruments = [.. _plan.Instruments.Select((instrument, index) => new InstrumentSamples(
                instrument.Selector.ToString(),
                instrument.Unit,
                instrument.IsDuration,
                _buffer.Instrument(index).ToArray(),
                _recorder.Values(index).ToArray()))],
            WarmUp = warmUp,
            MeasuredSeconds = measuredSeconds,
        },
        _buffer.PauseSeconds.ToArray());

    public void Dispose() => _recorder.Dispose();
}
