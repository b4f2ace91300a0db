using System.Diagnostics.Metrics;

namespace Receipts.Validation;

/// <summary>
/// Publishes what validation does on the meter <see cref="MeterName"/>. Recording allocates nothing: tags are made
/// once.
/// </summary>
public sealed class ValidationProfiler : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Receipts.Validation";

    /// <summary>Histogram: the duration of each batch, in seconds.</summary>
    public const string BatchDuration = "receipts.batch.duration";

    /// <summary>Counter: images validated.</summary>
    public const string Images = "receipts.images";

    /// <summary>Counter: lookups in the polygon cache, with the tag <see cref="HitTag"/>.</summary>
    public const string CacheLookups = "receipts.cache.lookups";

    /// <summary>Gauge: the harmonic mean of precision and recall of the last run, 0 to 1.</summary>
    public const string HarmonicMean = "receipts.hmean";

    /// <summary>
    /// Histogram: the time of each batch that went into a stage, or of a stage that is called alone, in seconds, with the
    /// tag <see cref="StageTag"/>.
    /// </summary>
    public const string StageDuration = "receipts.stage.duration";

    /// <summary>The tag that tells hits (true) from misses (false).</summary>
    public const string HitTag = "hit";

    /// <summary>The tag that names the stage.</summary>
    public const string StageTag = "stage";

    private static readonly KeyValuePair<string, object?> Hit = new(HitTag, true);
    private static readonly KeyValuePair<string, object?> Miss = new(HitTag, false);
    private static readonly KeyValuePair<string, object?>[] Stages =
        [.. ValidationStages.All.Select(stage =>
            new KeyValuePair<string, object?>(StageTag, ValidationStages.NameOf(stage)))];

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _batchDuration;
    private readonly Histogram<double> _stageDuration;
    private readonly Counter<long> _images;
    private readonly Counter<long> _cacheLookups;
    private readonly Gauge<double> _harmonicMean;

    /// <summary>Publishes the instruments.</summary>
    public ValidationProfiler()
    {
        _batchDuration = _meter.CreateHistogram<double>(BatchDuration, "s", "Duration of a batch of receipts.");
        _stageDuration = _meter.CreateHistogram<double>(StageDuration, "s", "Time of a batch that went into a stage.");
        _images = _meter.CreateCounter<long>(Images, "{image}", "Images validated.");
        _cacheLookups = _meter.CreateCounter<long>(CacheLookups, "{lookup}", "Lookups in the polygon cache.");
        _harmonicMean = _meter.CreateGauge<double>(HarmonicMean, "1", "Harmonic mean of precision and recall.");
    }

    /// <summary>Records a batch.</summary>
    /// <param name="seconds">How long it took.</param>
    /// <param name="images">How many images it had.</param>
    public void RecordBatch(double seconds, int images)
    {
        _batchDuration.Record(seconds);
        _images.Add(images);
    }

    /// <summary>Records the time that went into a stage.</summary>
    public void RecordStage(ValidationStage stage, double seconds) =>
        _stageDuration.Record(seconds, Stages[(int)stage]);

    /// <summary>Records a lookup in the polygon cache.</summary>
    public void RecordLookup(bool hit) => _cacheLookups.Add(1, hit ? Hit : Miss);

    /// <summary>Records the harmonic mean of a run, 0 to 1.</summary>
    public void RecordHarmonicMean(double value) => _harmonicMean.Record(value);

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
