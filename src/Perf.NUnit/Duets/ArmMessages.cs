using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Meters;
using Perf.Measurement.Probes;

namespace Perf.Duets;

/// <summary>What an arm in a worker is told to do; it answers each with an <see cref="ArmReply"/>.</summary>
internal enum ArmAction
{
    /// <summary>Runs the set-up fixtures around all that follows, until it is told to leave.</summary>
    Enter,

    /// <summary>Makes the fixture anew; its body can be called until it is told to leave.</summary>
    Stand,

    /// <summary>Takes down what stands.</summary>
    Leave,

    /// <summary>Forgets all samples and takes those of a plan.</summary>
    Begin,

    /// <summary>Takes a sample.</summary>
    Take,

    /// <summary>Runs the body once.</summary>
    Call,

    /// <summary>Looks at what the body does beside using its thread.</summary>
    Look,

    /// <summary>Forgets all samples.</summary>
    Clear,

    /// <summary>Hands over what was measured.</summary>
    Samples,
}

/// <summary>One line to an arm in a worker.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Calls">Calls of a sample, for <see cref="ArmAction.Begin"/> and <see cref="ArmAction.Take"/>; 0 for those of the plan.</param>
/// <param name="Plan">For <see cref="ArmAction.Begin"/>.</param>
/// <param name="WarmUp">For <see cref="ArmAction.Samples"/>.</param>
/// <param name="MeasuredSeconds">For <see cref="ArmAction.Samples"/>.</param>
internal sealed record ArmCommand(
    ArmAction Action, int Calls = 0, ArmPlan? Plan = null, WarmUpReport WarmUp = default, double MeasuredSeconds = 0);

/// <summary>One line from an arm in a worker.</summary>
/// <param name="Compiler">How far the worker's compiler has come.</param>
internal sealed record ArmReply(CompilerActivity Compiler)
{
    /// <summary>Version and data of the test, in the first reply.</summary>
    public TestIdentity? Identity { get; init; }

    /// <summary>Seconds of one call in the sample that was taken.</summary>
    public double Seconds { get; init; }

    /// <summary>What the body does beside using its thread.</summary>
    public ThreadTimeReport Look { get; init; }

    /// <summary>What was measured.</summary>
    public ArmSamples? Samples { get; init; }

    /// <summary>Why the arm is of no further use; null where all is well.</summary>
    public string? Error { get; init; }

    /// <summary>The trace of what a body threw.</summary>
    public string? Trace { get; init; }

    /// <summary>Whether the build does not have what would be compared, which is no error.</summary>
    public bool IsNew { get; init; }
}

/// <summary>What of a sampling plan a duet needs, as it goes over a pipe.</summary>
/// <param name="Instruments">The instruments to record.</param>
/// <param name="Allocations">Whether allocations of all threads are read.</param>
/// <param name="DeviceTime">Whether time is taken by the accelerator's clock.</param>
internal sealed record ArmPlan(IReadOnlyList<ArmInstrument> Instruments, bool Allocations, bool DeviceTime)
{
    public static ArmPlan Of(SamplingPlan plan) => new(
        [.. plan.Instruments.Select(instrument => new ArmInstrument(instrument.Selector.ToString(), instrument.Kind, instrument.Unit))],
        plan.Allocations,
        plan.DeviceTime);

    public SamplingPlan ToPlan() => new()
    {
        Instruments = [.. Instruments.Select(instrument => new SelectedInstrument(
            InstrumentSelector.Parse(instrument.Selector), instrument.Kind, instrument.Unit))],
        Allocations = Allocations,
        DeviceTime = DeviceTime,
    };
}

/// <summary>An instrument of such a plan.</summary>
internal sealed record ArmInstrument(string Selector, InstrumentKind Kind, string? Unit);
