using System.Diagnostics.Metrics;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Measurement.Meters;

namespace Perf.Duets;

/// <summary>One build in this process: its samples, and its present body.</summary>
/// <param name="probes">The clock, and what the process has a device do.</param>
/// <param name="isOwn">Whether an instrument is this build's; null where names tell.</param>
public sealed class DuetArm(MachineProbes probes, Func<Instrument, bool>? isOwn) : IDuetArm, IDisposable
{
    // Sums are compared, not single values: these tell only that there were any.
    private const int ValueCapacity = 1024;

    private SamplingPlan _plan = new();
    private InstrumentRecorder? _recorder;
    private SampleBuffer _buffer = new(instruments: 0);
    private DuetBody? _body;
    private DeviceBody? _onDevice;
    private SampleTaker? _taker;
    private int _calls = 1;

    /// <inheritdoc/>
    public double[] LastWallSeconds => _buffer.LastWallSeconds(CallsPerSample.CalibratingSamples);

    /// <summary>Whether the body works on an accelerator.</summary>
    public bool UsesDevice => _onDevice is not null;

    /// <summary>Takes the body of new instances.</summary>
    public void Stand(DuetBody body)
    {
        _body = body;
        Prepare();
    }

    /// <summary>Forgets the body, which holds its fixture.</summary>
    public void Leave() => (_body, _onDevice, _taker) = (null, null, null);

    /// <inheritdoc/>
    public void Begin(SamplingPlan plan, int callsPerSample)
    {
        _recorder?.Dispose();
        (_plan, _calls) = (plan, callsPerSample);
        _recorder = new InstrumentRecorder([.. plan.Instruments.Select(instrument => instrument.Selector)], ValueCapacity, isOwn);
        _buffer = new SampleBuffer(plan.Instruments.Count, plan.DeviceTime);
        Prepare();
    }

    /// <inheritdoc/>
    public void Take() => Take(_calls);

    /// <inheritdoc/>
    public double Take(int calls)
    {
        _body!.Enter();
        return _taker!.Take(calls);
    }

    /// <inheritdoc/>
    public void Call()
    {
        _body!.Enter();
        (_onDevice?.Call ?? _body.Call)();
    }

    /// <inheritdoc/>
    public ThreadTimeReport Look() => new ThreadTime(probes.Clock).Of(Call) with { UsesDevice = UsesDevice };

    /// <inheritdoc/>
    public void Clear()
    {
        _buffer.Clear();
        _recorder?.Clear();
    }

    /// <inheritdoc/>
    public ArmSamples Samples(WarmUpReport warmUp, double measuredSeconds) => new(
        new LaunchSamples
        {
            CallsPerSample = _calls,
            WallSeconds = _buffer.WallSeconds.ToArray(),
            CpuSeconds = _buffer.CpuSeconds.ToArray(),
            DeviceSeconds = _buffer.DeviceSeconds.ToArray(),
            AllocatedBytes = _buffer.AllocatedBytes.ToArray(),
            Instruments = [.. _plan.Instruments.Select((instrument, index) => new InstrumentSamples(
                instrument.Selector.ToString(),
                instrument.Unit,
                instrument.IsDuration,
                _buffer.Instrument(index).ToArray(),
                _recorder!.Values(index).ToArray()))],
            WarmUp = warmUp,
            MeasuredSeconds = measuredSeconds,
        },
        _buffer.PauseSeconds.ToArray());

    /// <summary>Ends recording.</summary>
    public void Dispose() => _recorder?.Dispose();

    private void Prepare()
    {
        _onDevice = _body is null ? null : DeviceBody.Of(_body.Call, probes.Work, _plan.DeviceTime);
        _taker = _body is null || _recorder is null ? null : new SampleTaker(probes.Clock, _body.Call, _onDevice, _plan, _recorder, _buffer);
    }
}
