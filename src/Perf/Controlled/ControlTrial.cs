using Perf.Measurement.Controls;
using Perf.Measurement.Probes;
using Perf.Objectives;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Controlled;

/// <summary>Tries controls beside a body that stands: the one whose ratio to it varies least follows it best.</summary>
/// <param name="clock">The clock.</param>
/// <param name="arm">The body.</param>
/// <param name="own">The user's own control, which is chosen whatever the others do; null without one.</param>
internal sealed class ControlTrial(IClock clock, ControlledArm arm, IControl? own)
{
    // By turns, so that no control has a quiet moment to itself.
    private const int Turns = 3;
    private const int FewestSamplesOfATurn = 4;
    private const int UntimedSamples = 2;

    // Of a body of seconds one turn must do.
    private const double MostSecondsOfTurns = 3;

    // A file may not decide about a body of memory bandwidth: none is to be taken for one lightly.
    private const double ClearlyLess = 0.8;

    /// <summary>Tries them.</summary>
    /// <param name="controls">At least one.</param>
    /// <param name="take">Takes a sample beside a control.</param>
    /// <param name="samples">What was sampled beside a control since the last <see cref="ControlledArm.Clear"/>.</param>
    /// <param name="inWall">Whether time is wall time.</param>
    /// <returns>All of them, the chosen one first.</returns>
    public IReadOnlyList<(IControl Control, TriedControl Result)> Run(
        IReadOnlyList<IControl> controls, Action<IControl> take, Func<IControl, ControlledSamples> samples, bool inWall)
    {
        List<double>[] ratios = [.. controls.Select(_ => new List<double>())];
        long begun = clock.Timestamp();
        for (int turn = 0; turn == 0 || (turn < Turns && clock.Seconds(begun, clock.Timestamp()) < MostSecondsOfTurns); turn++)
        {
            for (int index = 0; index < controls.Count; index++)
            {
                IControl control = controls[index];
                for (int untimed = 0; untimed < UntimedSamples; untimed++)
                {
                    take(control);
                }

                arm.Clear();
                long start = clock.Timestamp();
                while (!arm.IsFull
                    && (arm.Count < FewestSamplesOfATurn || clock.Seconds(start, clock.Timestamp()) < ControlledSize.SecondsOfTrial / Turns))
                {
                    take(control);
                }

                ratios[index].AddRange(ControlledValues.LogRatios(new Reading.BodyTime(), Direction.LowerIsBetter, samples(control), inWall)
                    .Where(double.IsFinite));
            }
        }

        arm.Clear();
        return
        [
            .. controls
                .Select((control, index) => (Control: control, Result: new TriedControl(
                    new ControlName(control.Name, control.Version), RobustStatistics.Deviation(ratios[index]), control == own)))
                .OrderByDescending(tried => tried.Result.IsOwn)
                .ThenBy(tried => double.IsNaN(tried.Result.Deviation))
                .ThenBy(tried => tried.Result.Deviation / (tried.Control.Name == BuiltInControls.OfBandwidth ? ClearlyLess : 1)),
        ];
    }
}
