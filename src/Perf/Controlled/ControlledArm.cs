using System.Runtime;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Controls;
using Perf.Measurement.Devices;
using Perf.Measurement.Probes;

namespace Perf.Controlled;

/// <summary>Takes samples of a body, each between runs of a control and of the sentinel: control, sentinel, body, sentinel, control.</summary>
/// <param name="probes">The clock, and what the process has a device do.</param>
/// <param name="arm">The body.</param>
/// <param name="sentinel">The sentinel.</param>
/// <param name="countFaults">Minor page faults of the process so far; <see cref="PageFaults.Unknown"/> where nobody tells.</param>
internal sealed class ControlledArm(MachineProbes probes, DuetArm arm, IControl sentinel, Func<long> countFaults)
{
    // As many as an arm keeps.
    private const int Capacity = 8192;

    private readonly IClock _clock = probes.Clock;
    private readonly Column _controlBefore = new(Capacity);
    private readonly Column _sentinelBefore = new(Capacity);
    private readonly Column _sentinelAfter = new(Capacity);
    private readonly Column _controlAfter = new(Capacity);
    private long _faults;
    private double _pauseSeconds;
    private long _allocatedBytes;

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    /// <summary>Takes a sample.</summary>
    public void Take(IControl control)
    {
        if (IsFull)
        {
            Clear();
        }

        // A control may work on the device that the body uses.
        IDeviceWork? device = arm.UsesDevice ? probes.Work : null;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Time(control, device, _controlBefore);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Time(sentinel, null, _sentinelBefore);
        long faults = countFaults();
        arm.Take();
        _faults += countFaults() - faults;
        Time(sentinel, null, _sentinelAfter);
        Time(control, device, _controlAfter);
        _allocatedBytes += 2 * allocated;
        Count++;
    }

    /// <summary>Forgets all samples.</summary>
    public void Clear()
    {
        arm.Clear();
        (Count, _faults, _pauseSeconds, _allocatedBytes) = (0, 0, 0, 0);
    }

    /// <summary>What was measured so far.</summary>
    /// <param name="control">The control of all samples.</param>
    /// <param name="look">What the body does beside using its thread.</param>
    /// <param name="warmUp">How the warm-up went.</param>
    /// <param name="measuredSeconds">From its end to now, s.</param>
    public ControlledSamples Samples(IControl control, ThreadTimeReport look, WarmUpReport warmUp, double measuredSeconds)
    {
        ArmSamples subject = arm.Samples(warmUp, measuredSeconds);
        return new ControlledSamples
        {
            Control = new ControlName(control.Name, control.Version),
            Subject = subject,
            Cpu = Around(column => column.Cpu),
            Wall = Around(column => column.Wall),
            ControlPauseSeconds = _pauseSeconds,
            ControlAllocatedBytes = _allocatedBytes,
            NeedsWall = !look.TellsAll,
            HasHelpers = look.HasHelpers,
            UsesDevice = look.UsesDevice,
            IsServerCollector = GCSettings.IsServerGC,
            MinorPageFaults = countFaults() == PageFaults.Unknown || Count == 0 ? null : _faults / (double)subject.Samples.Iterations,
            WarmUp = warmUp,
            MeasuredSeconds = measuredSeconds,
        };
    }

    private Surroundings Around(Func<Column, double[]> times) => new(
        times(_controlBefore)[..Count], times(_sentinelBefore)[..Count], times(_sentinelAfter)[..Count], times(_controlAfter)[..Count]);

    // A collection falls on whoever fills the heap: what it took is none of the control's.
    private void Time(IControl control, IDeviceWork? device, Column column)
    {
        TimeSpan pause = GC.GetTotalPauseDuration();
        double cpu = _clock.ThreadCpuSeconds();
        long from = _clock.Timestamp();
        control.Run();
        device?.Synchronize();
        long to = _clock.Timestamp();
        cpu = _clock.ThreadCpuSeconds() - cpu;
        double paused = (GC.GetTotalPauseDuration() - pause).TotalSeconds;
        column.Wall[Count] = _clock.Seconds(from, to) - paused;
        column.Cpu[Count] = GCSettings.IsServerGC ? cpu : cpu - paused;
        _pauseSeconds += paused;
    }

    private readonly record struct Column(double[] Wall, double[] Cpu)
    {
        public Column(int capacity)
            : this(new double[capacity], new double[capacity])
        {
        }
    }
}
