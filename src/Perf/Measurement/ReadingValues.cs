using Perf.Objectives;

namespace Perf.Measurement;

/// <summary>Reads the values of a metric out of the samples of a launch.</summary>
public static class ReadingValues
{
    /// <summary>A percentile of fewer values than these says nothing of a tail.</summary>
    public const int LeastTailValues = 20;

    /// <summary>One value an iteration, in the unit of the metric.</summary>
    /// <exception cref="MeasurementException">The instrument recorded nothing.</exception>
    public static IReadOnlyList<double> Of(Reading reading, LaunchSamples samples) => reading switch
    {
        Reading.BodyTime => samples.WallSeconds,
        Reading.DeviceTime => samples.DeviceSeconds.Count > 0 && samples.DeviceSeconds.All(double.IsFinite)
            ? samples.DeviceSeconds
            : throw new MeasurementException("gpu_time needs a body that works on a CUDA device, and this one gave none anything to do"),
        Reading.Allocations => samples.AllocatedBytes,
        Reading.Throughput throughput =>
            [.. Counted(throughput, samples).PerIteration.Zip(samples.WallSeconds, (items, seconds) => items / seconds)],
        Reading.InstrumentValue value => Recorded(value, samples),
        _ => throw new ArgumentException($"A {reading.GetType().Name} has no values an iteration.", nameof(reading)),
    };

    /// <summary>One value a sample, those of two builds comparable by their index; NaN where a sample has none.</summary>
    /// <exception cref="MeasurementException">The instrument recorded nothing.</exception>
    public static IReadOnlyList<double> OfEach(Reading reading, LaunchSamples samples)
    {
        if (reading is not Reading.InstrumentValue value)
        {
            return Of(reading, samples);
        }

        Recorded(value, samples);
        return Instrument(value, samples).PerIteration;
    }

    /// <summary>Every recording of the histogram, pooled over the iterations of the launch.</summary>
    /// <exception cref="MeasurementException">There are fewer than 20.</exception>
    public static IReadOnlyList<double> OfTail(Reading.TailRatio tail, LaunchSamples samples)
    {
        IReadOnlyList<double> values = Instrument(tail, samples).Values;
        return values.Count >= LeastTailValues
            ? values
            : throw new MeasurementException(
                $"instrument {tail.Instrument} recorded {values.Count} values in {samples.Iterations} iterations; "
                + $"a tail ratio needs at least {LeastTailValues}: make the body run more batches");
    }

    // An iteration in which a histogram recorded nothing has no mean. A duration that was never recorded is not short;
    // only a counter of something else may stand still and thereby say that nothing happened.
    private static double[] Recorded(Reading.InstrumentValue reading, LaunchSamples samples)
    {
        InstrumentSamples instrument = Instrument(reading, samples);
        double[] values = [.. instrument.PerIteration.Where(double.IsFinite)];
        bool isMissing = values.Length == 0 || (instrument.IsDuration && instrument.Values.Count == 0);
        return isMissing ? throw NothingRecorded(reading) : values;
    }

    private static InstrumentSamples Counted(Reading.Throughput reading, LaunchSamples samples)
    {
        InstrumentSamples instrument = Instrument(reading, samples);
        return instrument.Values.Count > 0 ? instrument : throw NothingRecorded(reading);
    }

    private static InstrumentSamples Instrument(Reading.OfInstrument reading, LaunchSamples samples) =>
        samples.Instruments.FirstOrDefault(instrument => instrument.Selector == reading.Instrument?.ToString())
        ?? throw NothingRecorded(reading);

    private static MeasurementException NothingRecorded(Reading.OfInstrument reading) =>
        new($"instrument {reading.Instrument} recorded nothing while the body was measured");
}
