using System.Numerics;
using Receipts.Images;
using Receipts.Model;
using Receipts.PostProcessing;
using Receipts.Quality;

namespace Receipts.Validation;

/// <summary>
/// Validates a detector batch by batch: load, pre-process, forward, post-process, score. Each stage can also be called
/// alone, and then publishes its own duration.
/// Not thread-safe: stages share buffers.
/// </summary>
public sealed class ValidationLoop : IDisposable
{
    private readonly Func<ImageTensor, ProbabilityMap> _detect;
    private readonly ValidationOptions _options;
    private readonly PolygonCache _cache;
    private readonly ValidationProfiler _profiler;
    private readonly bool _ownsProfiler;
    private readonly StageClock _clock;
    private readonly Preprocessing _preprocessing = new();
    private readonly BoxFinder _boxFinder;
    private readonly List<DetectedBox> _boxes = [];
    private float[]? _values;
    private int _hits;
    private int _misses;

    /// <summary>Prepares a loop.</summary>
    /// <param name="detect">The detector's forward pass, for example <see cref="TextDetector.Detect"/>.</param>
    /// <param name="options">How to validate, or null for the defaults.</param>
    /// <param name="cache">Where polygons are kept, or null for the process's own.</param>
    /// <param name="profiler">What publishes the instruments, or null for one that lives as long as the loop.</param>
    /// <param name="time">The clock, or null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    public ValidationLoop(
        Func<ImageTensor, ProbabilityMap> detect,
        ValidationOptions? options = null,
        PolygonCache? cache = null,
        ValidationProfiler? profiler = null,
        TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(detect);
        _detect = detect;
        _options = options ?? new ValidationOptions();
        _options.Validate();
        _cache = cache ?? PolygonCache.Shared;
        _ownsProfiler = profiler is null;
        _profiler = profiler ?? new ValidationProfiler();
        _clock = new StageClock(time ?? TimeProvider.System);
        _boxFinder = new BoxFinder(_options.PostProcessing);
    }

    /// <summary>Validates all receipts once.</summary>
    /// <param name="receipts">The receipts.</param>
    /// <param name="progress">Told after each batch how many images are done, or null.</param>
    /// <exception cref="ReceiptDataException">The image of a receipt cannot be used.</exception>
    public ValidationResult Run(IReadOnlyList<Receipt> receipts, IProgress<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(receipts);
        (_hits, _misses) = (0, 0);
        var score = default(ReceiptScore);
        var batchSeconds = new List<double>((receipts.Count / _options.BatchSize) + 1);
        var stageSeconds = new double[ValidationStages.All.Count];
        for (int first = 0; first < receipts.Count; first += _options.BatchSize)
        {
            int next = Math.Min(first + _options.BatchSize, receipts.Count);
            _clock.BeginBatch();
            for (int index = first; index < next; index++)
            {
                score += Validate(receipts[index]);
            }

            batchSeconds.Add(_clock.BatchSeconds);
            Publish(batchSeconds[^1], next - first, stageSeconds);
            progress?.Report(next);
        }

        _profiler.RecordHarmonicMean(score.Counts.HarmonicMean);
        return new ValidationResult(
            score, _hits, _misses, new ValidationTimings(receipts.Count, batchSeconds, stageSeconds));
    }

    /// <summary>The stage <see cref="ValidationStage.Load"/>; the caller disposes of the image.</summary>
    /// <exception cref="ReceiptDataException">The image cannot be used.</exception>
    public ReceiptImage Load(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        _clock.BeginBatch();
        ReceiptImage image = receipt.Load();
        EndAlone(ValidationStage.Load);
        return image;
    }

    /// <summary>The stage <see cref="ValidationStage.PreProcess"/>.</summary>
    /// <param name="image">The image.</param>
    /// <param name="reuse">Values of an earlier input that is no longer needed, or null.</param>
    public PreparedImage Prepare(ReceiptImage image, float[]? reuse = null)
    {
        _clock.BeginBatch();
        PreparedImage prepared = _preprocessing.Prepare(image, _options.Side, reuse);
        EndAlone(ValidationStage.PreProcess);
        return prepared;
    }

    /// <summary>The stage <see cref="ValidationStage.Forward"/>.</summary>
    public ProbabilityMap Forward(PreparedImage image)
    {
        _clock.BeginBatch();
        ProbabilityMap map = _detect(image.Tensor);
        EndAlone(ValidationStage.Forward);
        return map;
    }

    /// <summary>The stage <see cref="ValidationStage.PostProcess"/>.</summary>
    /// <param name="map">What the detector said.</param>
    /// <param name="boxes">Cleared and filled, in pixels of the detector's input.</param>
    public void FindBoxes(ProbabilityMap map, List<DetectedBox> boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        _clock.BeginBatch();
        boxes.Clear();
        _boxFinder.Find(map, boxes);
        EndAlone(ValidationStage.PostProcess);
    }

    /// <summary>The stage <see cref="ValidationStage.Score"/>.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="imageHash">The hash of its image.</param>
    /// <param name="scale">Pixels of the detector's input for one of the image.</param>
    /// <param name="map">What the detector said.</param>
    /// <param name="boxes">What was made of it, in pixels of the input.</param>
    public ReceiptScore Score(
        Receipt receipt, UInt128 imageHash, Vector2 scale, ProbabilityMap map, IReadOnlyList<DetectedBox> boxes)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(map);
        _clock.BeginBatch();
        ReceiptScore score = ScoreOf(receipt, imageHash, scale, map, boxes);
        EndAlone(ValidationStage.Score);
        return score;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _preprocessing.Dispose();
        if (_ownsProfiler)
        {
            _profiler.Dispose();
        }
    }

    private ReceiptScore Validate(Receipt receipt)
    {
        using ReceiptImage image = receipt.Load();
        _clock.End(ValidationStage.Load);
        PreparedImage prepared = _preprocessing.Prepare(image, _options.Side, _values);
        _values = prepared.Tensor.Values;
        _clock.End(ValidationStage.PreProcess);
        ProbabilityMap map = _detect(prepared.Tensor);
        _clock.End(ValidationStage.Forward);
        _boxes.Clear();
        _boxFinder.Find(map, _boxes);
        _clock.End(ValidationStage.PostProcess);
        ReceiptScore score = ScoreOf(receipt, image.ContentHash, prepared.Scale, map, _boxes);
        _clock.End(ValidationStage.Score);
        return score;
    }

    // A stage that is called alone is a batch of its own.
    private void EndAlone(ValidationStage stage)
    {
        _clock.End(stage);
        _profiler.RecordStage(stage, _clock.Seconds[(int)stage]);
    }

    private ReceiptScore ScoreOf(
        Receipt receipt, UInt128 imageHash, Vector2 scale, ProbabilityMap map, IReadOnlyList<DetectedBox> boxes)
    {
        ReferencePolygons polygons = PolygonsOf(receipt, imageHash, scale, map);
        int marked = 0;
        foreach (Vector2[] core in polygons.Cores)
        {
            marked += MeanProbability.Within(map, core) > _options.PostProcessing.Threshold ? 1 : 0;
        }

        return new ReceiptScore(BoxMatching.Count(polygons.Lines, boxes, _options.LeastOverlap), marked);
    }

    private ReferencePolygons PolygonsOf(Receipt receipt, UInt128 imageHash, Vector2 scale, ProbabilityMap map)
    {
        var key = new PolygonKey(imageHash, receipt.LinesHash, map.Width, map.Height, _options.ShrinkRatio);
        ReferencePolygons polygons = _cache.GetOrDerive(
            key, () => ReferencePolygons.Derive(receipt.Lines, scale, _options.ShrinkRatio), out bool hit);
        (_hits, _misses) = hit ? (_hits + 1, _misses) : (_hits, _misses + 1);
        _profiler.RecordLookup(hit);
        return polygons;
    }

    private void Publish(double batchSeconds, int images, double[] stageSeconds)
    {
        for (int stage = 0; stage < stageSeconds.Length; stage++)
        {
            double seconds = _clock.Seconds[stage];
            stageSeconds[stage] += seconds;
            _profiler.RecordStage((ValidationStage)stage, seconds);
        }

        _profiler.RecordBatch(batchSeconds, images);
    }
}
