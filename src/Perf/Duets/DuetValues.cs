using MathNet.Numerics.Statistics;
using Perf.Measurement;
using Perf.Objectives;

namespace Perf.Duets;

/// <summary>The values of a metric in both builds; those of equal index are a pair, NaN where a sample is set aside.</summary>
public static class DuetValues
{
    // Less than this share of what a sample without a collection takes cannot be the body alone.
    private const double LeastShare = 0.5;

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

    // Collections are paid by who allocates. One falls on whichever sample happens to fill the budget of the heap that both
    // builds share: what it takes is spread over all samples, by the bytes that each allocated.
    private static (double[] Base, double[] Head) Times(DuetSamples samples, bool inWall)
    {
        bool isPauseWithin = inWall || !samples.IsServerCollector;
        double[] perByte = !isPauseWithin ? [0, 0]
            : samples.ShareAHeap ? [SecondsPerByte(samples.Base, samples.Head), SecondsPerByte(samples.Base, samples.Head)]
            : [SecondsPerByte(samples.Base), SecondsPerByte(samples.Head)];
        return (Paid(samples.Base, inWall, isPauseWithin, perByte[0]), Paid(samples.Head, inWall, isPauseWithin, perByte[1]));
    }

    private static double SecondsPerByte(params ArmSamples[] ofOneHeap)
    {
        double bytes = ofOneHeap.Sum(arm => arm.Samples.AllocatedBytes.Sum());
        return bytes > 0 ? ofOneHeap.Sum(arm => arm.PauseSeconds.Sum()) / bytes : 0;
    }

    private static double[] Paid(ArmSamples arm, bool inWall, bool isPauseWithin, double perByte)
    {
        IReadOnlyList<double> seconds = inWall ? arm.Samples.WallSeconds : arm.Samples.CpuSeconds;
        if (!isPauseWithin)
        {
            return [.. seconds];
        }

        double[] undisturbed = [.. seconds.Where((_, index) => arm.PauseSeconds[index] == 0)];
        double least = undisturbed.Length == 0 ? 0 : LeastShare * undisturbed.Median();
        return
        [
            .. seconds.Select((time, index) => Own(time, arm.PauseSeconds[index], least)
                + (perByte * arm.Samples.AllocatedBytes[index])),
        ];
    }

    private static double Own(double seconds, double pause, double least) =>
        pause == 0 ? seconds : seconds - pause is var own && own > 0 && own >= least ? own : double.NaN;
}
