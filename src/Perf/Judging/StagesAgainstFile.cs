using Perf.Baselines;
using Perf.Controlled;
using Perf.Duets;

namespace Perf.Judging;

/// <summary>Says which stages of a body take another time than when its baseline was recorded.</summary>
internal static class StagesAgainstFile
{
    // Standard errors that a change must exceed, so that chance names no stage.
    private const double Significance = 3;

    // What is less than this of the body is no explanation of anything.
    private const double LeastShare = 0.01;

    /// <summary>The stages that moved, the largest change first.</summary>
    /// <param name="series">The recorded series.</param>
    /// <param name="launches">At least one launch beside its control.</param>
    public static IReadOnlyList<StageShift> Among(BaselineSeries series, IReadOnlyList<ControlledSamples> launches) =>
    [
        .. (series.Stages ?? [])
            .Select(stage => Shift(stage, launches))
            .OfType<StageShift>()
            .Where(shift => Math.Abs(shift.Seconds) > LeastShare * series.Accepted)
            .OrderByDescending(shift => Math.Abs(shift.Seconds)),
    ];

    private static StageShift? Shift(RecordedStage recorded, IReadOnlyList<ControlledSamples> launches)
    {
        if (RecordedStage.RatioOf(recorded.Instrument, launches) is not { } now)
        {
            return null;
        }

        double shift = now.Value - recorded.LogRatio;
        double error = Math.Sqrt((now.StandardError * now.StandardError) + (recorded.StandardError * recorded.StandardError));
        return Math.Abs(shift) > Significance * error
            ? new StageShift(StageShift.NameOf(recorded.Instrument), Math.Exp(shift), recorded.Seconds * (Math.Exp(shift) - 1))
            : null;
    }
}
