using MathNet.Numerics.Statistics;
using Perf.Duets;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Controlled;

/// <summary>The values of a metric beside a control, one a sample; NaN where a sample says nothing.</summary>
public static class ControlledValues
{
    /// <summary>The values in the unit of the metric.</summary>
    /// <exception cref="MeasurementException">The instrument recorded nothing.</exception>
    public static double[] Of(Reading reading, ControlledSamples samples, bool inWall) => reading switch
    {
        Reading.BodyTime => Times(samples, inWall),

        // Items per second of wall time, times that, are items: they are set against the time that counts.
        Reading.Throughput =>
        [
            .. ReadingValues.Of(reading, samples.Subject.Samples)
                .Zip(samples.Subject.Samples.WallSeconds, (rate, wall) => rate * wall)
                .Zip(Times(samples, inWall), (items, seconds) => items / seconds),
        ],
        _ => [.. ReadingValues.OfEach(reading, samples.Subject.Samples)],
    };

    /// <summary>Whether a metric is wall time whatever the body's clock is: an instrument records what it wants.</summary>
    public static bool IsAlwaysInWall(Reading reading) => reading is Reading.InstrumentValue or Reading.DeviceTime;

    /// <summary>ln(value / control), the control before and after in equal parts, turned so that more is worse.</summary>
    internal static double[] LogRatios(Reading reading, Direction better, ControlledSamples samples, bool inWall)
    {
        double[] values = Of(reading, samples, inWall);
        Surroundings around = inWall || IsAlwaysInWall(reading) ? samples.Wall : samples.Cpu;
        double turn = better == Direction.LowerIsBetter ? 1 : -1;

        // A slow minute makes times longer and rates smaller: the control is a time.
        double ofControl = reading is Reading.Throughput ? -1 : 1;
        double[] ratios = new double[values.Length];
        for (int index = 0; index < values.Length; index++)
        {
            double control = (Math.Log(around.ControlBefore[index]) + Math.Log(around.ControlAfter[index])) / 2;
            double ratio = values[index] > 0 ? turn * (Math.Log(values[index]) - (ofControl * control)) : double.NaN;
            ratios[index] = double.IsFinite(ratio) ? ratio : double.NaN;
        }

        return ratios;
    }

    // With fewer samples without a collection it is not known what one of them takes.
    private const int FewestClean = 5;

    // The body and the control share the heap of the process.
    private static double[] Times(ControlledSamples samples, bool inWall)
    {
        bool isPauseWithin = inWall || !samples.IsServerCollector;
        int calls = samples.Subject.Samples.CallsPerSample;
        double bytes = (samples.Subject.Samples.AllocatedBytes.Sum() * calls) + samples.ControlAllocatedBytes;
        double share = inWall ? 1 : ShareOfProcessor(samples.Subject);
        double pause = share * ((samples.Subject.PauseSeconds.Sum() * calls) + samples.ControlPauseSeconds);
        ArmSamples subject = samples.Subject with { PauseSeconds = [.. samples.Subject.PauseSeconds.Select(seconds => share * seconds)] };
        return PaidTimes.Of(subject, inWall, isPauseWithin, isPauseWithin && bytes > 0 ? pause / bytes : 0);
    }

    // Pauses are told in wall time: beside neighbours a collection waits for a processor, which in CPU time nobody pays.
    private static double ShareOfProcessor(ArmSamples subject)
    {
        IReadOnlyList<double> seconds = subject.Samples.CpuSeconds;
        double[] clean = [.. seconds.Where((_, index) => subject.PauseSeconds[index] == 0)];
        double paused = subject.PauseSeconds.Sum();
        if (clean.Length < FewestClean || paused == 0)
        {
            return 1;
        }

        double usual = clean.Median();
        double collecting = seconds.Where((_, index) => subject.PauseSeconds[index] > 0).Sum(time => Math.Max(0, time - usual));
        return Math.Min(1, collecting / paused);
    }
}
