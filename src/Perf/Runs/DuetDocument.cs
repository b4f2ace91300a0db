using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Runs;

/// <summary>A launch beside a base build in <c>run.json</c>, without its pairs.</summary>
/// <param name="Pairs">How many there were.</param>
/// <param name="PairsPerRound">How many of them in a row were of the same instances.</param>
/// <param name="CallsPerSample">How often a body was called in a sample.</param>
/// <param name="NeedsWall">Whether CPU time of the calling thread does not tell all of what a body takes.</param>
/// <param name="Restarts">How often the rounds began anew.</param>
/// <param name="WarmUp">How the warm-up of both went.</param>
/// <param name="MeasuredSeconds">From the end of the warm-up to the last pair, s.</param>
public sealed record DuetDocument(
    int Pairs,
    int PairsPerRound,
    int CallsPerSample,
    bool NeedsWall,
    int Restarts,
    WarmUpReport WarmUp,
    double MeasuredSeconds)
{
    /// <summary>What this launch says of the body's time, head / base, in the clock it needs; null where that is 0.</summary>
    public double? TimeRatio { get; init; }

    /// <summary>The standard error of its logarithm.</summary>
    public double? TimeStandardError { get; init; }

    /// <summary>How the accelerator worked; null where the builds use none, or it does not tell.</summary>
    public DeviceReport? Device { get; init; }

    /// <summary>The base build's times of the body, in the clock it needs; those of equal place with <see cref="Head"/> are a pair.</summary>
    public TimeLine Base
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? TimeLine.Empty;
    } = TimeLine.Empty;

    /// <summary>The head build's times of the body, in the clock it needs.</summary>
    public TimeLine Head
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? TimeLine.Empty;
    } = TimeLine.Empty;

    /// <summary>The document of a launch.</summary>
    public static DuetDocument Of(DuetSamples duet)
    {
        Estimate? time = TimeOf(duet);
        (double[] ofBase, double[] ofHead) = DuetValues.Of(new Reading.BodyTime(), duet, duet.NeedsWall);
        return new DuetDocument(
            duet.Pairs,
            duet.PairsPerRound,
            duet.Head.Samples.CallsPerSample,
            duet.NeedsWall,
            duet.Restarts,
            duet.WarmUp,
            duet.MeasuredSeconds)
        {
            TimeRatio = time is null ? null : Math.Exp(time.Value.Value),
            TimeStandardError = time?.StandardError,
            Device = duet.Device,
            Base = LineOf(duet.Base),
            Head = LineOf(duet.Head),
        };

        // A pair is set aside as a whole; the clock's own time stands for what a collection hid.
        TimeLine LineOf(ArmSamples arm) => TimeLine.Of(
            duet.NeedsWall ? arm.Samples.WallSeconds : arm.Samples.CpuSeconds,
            pair => double.IsFinite(ofBase[pair]) && double.IsFinite(ofHead[pair]));
    }

    private static Estimate? TimeOf(DuetSamples duet)
    {
        try
        {
            return DuetEstimate.Of(new Reading.BodyTime(), Direction.LowerIsBetter, duet, duet.NeedsWall);
        }
        catch (MeasurementException)
        {
            // A body that the clock does not see has no ratio; what was judged says so itself.
            return null;
        }
    }
}
