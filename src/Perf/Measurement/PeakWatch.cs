using Perf.Measurement.Probes;

namespace Perf.Measurement;

/// <summary>Watches memory of process and machine between samples, where a test promises something about it, and keeps the highest readings.</summary>
internal sealed class PeakWatch
{
    // Reading /proc costs tens of microseconds: between samples of a millisecond that would be most of the run.
    private const double SecondsBetweenLooks = 0.02;

    private readonly MachineProbes _probes;
    private readonly SamplingPlan _plan;
    private long _lastLook;
    private MemoryReading? _memory;

    public PeakWatch(MachineProbes probes, SamplingPlan plan)
    {
        _probes = probes;
        _plan = plan;
        if (plan.Memory)
        {
            probes.Memory.TryResetPeak();
        }

        ReadAll();
    }

    public void Look()
    {
        if (_probes.Clock.Seconds(_lastLook, _probes.Clock.Timestamp()) >= SecondsBetweenLooks)
        {
            ReadAll();
        }
    }

    /// <summary>The samples with the peaks until now.</summary>
    public LaunchSamples AddTo(LaunchSamples samples)
    {
        ReadAll();
        return samples with
        {
            Memory = _memory,
        };
    }

    private void ReadAll()
    {
        _lastLook = _probes.Clock.Timestamp();
        if (_plan.Memory)
        {
            MemoryReading now = _probes.Memory.Read();
            _memory = _memory is null ? now : now with
            {
                OwnPeakBytes = Math.Max(_memory.OwnPeakBytes, now.OwnPeakBytes),
                MachineUsedBytes = Math.Max(_memory.MachineUsedBytes, now.MachineUsedBytes),
            };
        }
    }
}
