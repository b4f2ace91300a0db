using Perf.Measurement;
using Perf.Objectives;

namespace Perf.Duets;

/// <summary>The values of a metric in both builds; those of equal index are a pair, NaN where a sample is set aside.</summary>
public static class DuetValues
{
    /// <summary>One value a sample, in the unit of the metric.</summary>
    /// <exception cref="MeasurementException">The instrument recorded nothing.</exception>
    public static (double[] Base, double[] Head) Of(Reading reading, DuetSamples samples, bool inWall)
    {
        switch (reading)
        {
            case Reading.BodyTime:
                return Times(samples, inWall);
            case Reading.Throughput:
                // Items per second of wall time, times that, are items: they are set against the time that counts.
                (double[] ofBase, double[] ofHead) = Times(samples, inWall);
                return (Rate(reading, samples.Base, ofBase), Rate(reading, samples.Head, ofHead));
            default:
                return ([.. ReadingValues.OfEach(reading, samples.Base.Samples)], [.. ReadingValues.OfEach(reading, samples.Head.Samples)]);
        }
    }

    /// <summary>Whether an instrument recorded in the head build alone: the base build has nothing to compare with.</summary>
    public static bool IsNewToBase(Reading reading, DuetSamples samples) =>
        reading is Reading.OfInstrument && !HasRecorded(reading, samples.Base) && HasRecorded(reading, samples.Head);

    private static bool HasRecorded(Reading reading, ArmSamples arm)
    {
        try
        {
            return ReadingValues.Of(reading, arm.Samples).Count > 0;
        }
        catch (MeasurementException)
        {
            return false;
        }
    }

    private static double[] Rate(Reading reading, ArmSamples arm, double[] seconds) =>
        [.. ReadingValues.Of(reading, arm.Samples)
            .Zip(arm.Samples.WallSeconds, (rate, wall) => rate * wall)
            .Zip(seconds, (items, time) => items / time)];

    // The heap is shared by both builds, or each has its own.
    private static (double[] Base, double[] Head) Times(DuetSamples samples, bool inWall)
    {
        bool isPauseWithin = inWall || !samples.IsServerCollector;
        double ofBase = samples.ShareAHeap ? SecondsPerByte(samples.Base, samples.Head) : SecondsPerByte(samples.Base);
        double ofHead = samples.ShareAHeap ? ofBase : SecondsPerByte(samples.Head);
        return (PaidTimes.Of(samples.Base, inWall, isPauseWithin, ofBase), PaidTimes.Of(samples.Head, inWall, isPauseWithin, ofHead));
    }

    private static double SecondsPerByte(params ArmSamples[] ofOneHeap)
    {
        double bytes = ofOneHeap.Sum(arm => arm.Samples.AllocatedBytes.Sum());
        return bytes > 0 ? ofOneHeap.Sum(arm => arm.PauseSeconds.Sum()) / bytes : 0;
    }
}
