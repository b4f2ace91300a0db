using NUnit.Framework.Internal;
using Perf.Builds;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Controls;
using Perf.Workers;

namespace Perf.Controlled;

/// <summary>One launch of a test beside a control, in this process.</summary>
/// <param name="test">The test as the test host has it.</param>
/// <param name="plan">What to sample.</param>
/// <param name="control">The control that the baseline was recorded beside; null to try all and choose.</param>
/// <param name="isEnough">Whether the samples so far are.</param>
internal sealed class ControlledMeasurement(
    Test test, SamplingPlan plan, ControlName? control, Func<ControlledSamples, bool> isEnough)
{
    /// <summary>Measures.</summary>
    /// <param name="firstRunSeconds">How long the body took in the test host.</param>
    /// <param name="budgetSeconds">The budget of the test.</param>
    /// <param name="throwIfStopped">Called between samples.</param>
    /// <exception cref="DuetException">The body or its fixture failed, or did not return.</exception>
    /// <exception cref="MeasurementException">There is no such control.</exception>
    public ControlledSamples Measure(double firstRunSeconds, double budgetSeconds, Action throwIfStopped)
    {
        double patience = DuetMeasurement.PatienceSeconds(firstRunSeconds, budgetSeconds);
        return DuetThread.Run(test.FullName, patience, heart => Measure(heart, throwIfStopped));
    }

    private ControlledSamples Measure(Heartbeat heart, Action throwIfStopped)
    {
        Enter();
        Arm arm = new(PresentBuild.Of(test.TypeInfo!.Assembly), TestAddress.Of(test));
        (IReadOnlyList<IControl> controls, IControl? own) = control is null
            ? TestControls.Of(arm.Test)
            : ([TestControls.Find(arm.Test, control) ?? throw new MeasurementException($"there is no control {control} any more: record the baseline anew")], null);
        ControlledBody body = new(arm, Enter);
        ControlledSamples? samples = null;
        try
        {
            body.RunWithin(() => samples = new ControlledLaunch(MachineProbes.OfThisMachine, throwIfStopped)
                .Measure(body, plan, controls, own, instrument => InstrumentOrigins.IsOf(instrument, PresentBuild.Name), isEnough));
            return samples!;
        }
        finally
        {
            foreach (IDisposable held in controls.OfType<IDisposable>())
            {
                held.Dispose();
            }
        }

        void Enter()
        {
            heart.Beat(PresentBuild.Name);
            InstrumentOrigins.Running = PresentBuild.Name;
        }
    }
}
