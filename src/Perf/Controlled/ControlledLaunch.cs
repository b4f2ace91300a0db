using System.Diagnostics.Metrics;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Controls;
using Perf.Measurement.Devices;
using Perf.Measurement.Probes;

namespace Perf.Controlled;

/// <summary>
/// Measures a body between runs of a control, of instances that are made anew every few tenths of a second: what a file baseline
/// is compared with, since a stored number means something relative to like work in the same milliseconds only.
/// </summary>
/// <param name="probes">Clock and compiler.</param>
/// <param name="throwIfStopped">Called between samples; throws where the test was cancelled.</param>
public sealed class ControlledLaunch(MachineProbes probes, Action throwIfStopped)
{
    // Code that compiles something now and then would begin anew for ever.
    private const int MostRestarts = 3;

    /// <summary>What stands around the body within the control; a test gives one that lives by its clock.</summary>
    internal IControl Sentinel { get; init; } = new Sentinel();

    /// <summary>Minor page faults of the process so far; a test counts its own.</summary>
    internal Func<long> CountFaults { get; init; } = PageFaults.MinorOfProcess;

    /// <summary>Warms the body up and measures it.</summary>
    /// <param name="test">The body.</param>
    /// <param name="plan">What to sample.</param>
    /// <param name="controls">The control; several where one is to be chosen.</param>
    /// <param name="own">The one of them that is the user's own, which is chosen whatever the others do; null without one.</param>
    /// <param name="isOwn">Whether an instrument is this body's; null where names tell.</param>
    /// <param name="isEnough">Whether the samples so far are.</param>
    public ControlledSamples Measure(
        IControlledBody test,
        SamplingPlan plan,
        IReadOnlyList<IControl> controls,
        IControl? own,
        Func<Instrument, bool>? isOwn,
        Func<ControlledSamples, bool> isEnough)
    {
        using DuetArm body = new(probes, isOwn);
        ControlledArm arm = new(probes, body, Sentinel, CountFaults);
        WarmUpReport warmUp = default;
        ThreadTimeReport look = default;
        IControl control = controls[0];
        IReadOnlyList<TriedControl> tried = [];
        Stand(test, body, () =>
        {
            body.Begin(plan, callsPerSample: 1);
            warmUp = new WarmUp(probes.Clock, probes.Compiler, DeviceSteadiness.Of(probes.Device, probes.Work)).Run(() => arm.Take(control), alreadySpentSeconds: 0, throwIfStopped);
            int calls = CallsPerSample.Of(body.Take, body.LastWallSeconds);
            look = body.Look();

            // What helpers allocate is the body's too.
            body.Begin(look.HasHelpers ? plan with { Allocations = true } : plan, calls);
            arm.Clear();
            if (controls.Count > 1)
            {
                IReadOnlyList<(IControl Control, TriedControl Result)> results =
                    new ControlTrial(probes.Clock, arm, own).Run(controls, Take, beside => arm.Samples(beside, look, warmUp, 0), !look.TellsAll);
                control = results[0].Control;
                tried = [.. results.Select(result => result.Result)];
            }
        });

        using DeviceWatch? device = DeviceWatch.Start(probes.Device, probes.Work, memory: false);
        int restarts = 0;
        double measured = 0;
        while (true)
        {
            bool isSettled = Round(test, body, arm, control, restarts > 0 && measured == 0, ref measured);
            if (!isSettled && warmUp.Settled && restarts < MostRestarts && measured < ControlledSize.Seconds)
            {
                arm.Clear();
                measured = 0;
                restarts++;
                continue;
            }

            bool isLaunch = arm.IsFull || ControlledSize.IsReached(arm.Count, measured);
            bool mayEnd = measured >= ControlledSize.LeastSeconds && arm.Count >= ControlledSize.FewestSamples;
            if (isLaunch || mayEnd)
            {
                ControlledSamples samples = arm.Samples(control, look, warmUp, measured) with
                {
                    Tried = tried,
                    Load = LoadAverage.OfLastMinute(),
                    Device = device?.Report,
                };
                if (isLaunch || isEnough(samples))
                {
                    return samples;
                }
            }
        }

        void Take(IControl beside)
        {
            throwIfStopped();
            arm.Take(beside);
        }
    }

    // False where something was compiled among the samples, or begun to be: code was slower before than after.
    private bool Round(IControlledBody test, DuetArm body, ControlledArm arm, IControl control, bool isAnew, ref double measured)
    {
        bool isSettled = true;
        double seconds = 0;
        Stand(test, body, () =>
        {
            CompilerActivity before = new SetUpRest(probes.Clock, probes.Compiler, throwIfStopped).Run(Untimed, isAnew);
            long start = probes.Clock.Timestamp();
            do
            {
                throwIfStopped();
                arm.Take(control);
                seconds = probes.Clock.Seconds(start, probes.Clock.Timestamp());
            }
            while (seconds < ControlledSize.RoundSeconds && !arm.IsFull);

            isSettled = probes.Compiler.Read() == before;
        });
        measured += seconds;
        return isSettled;

        // The control warms its own part of the caches.
        void Untimed()
        {
            control.Run();
            body.Call();
        }
    }

    private static void Stand(IControlledBody test, DuetArm body, Action use) => test.Stand(standing =>
    {
        body.Stand(standing);
        try
        {
            use();
        }
        finally
        {
            body.Leave();
        }
    });
}
