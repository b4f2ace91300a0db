using NUnit.Framework;
using Receipts.Images;
using Receipts.Model;
using Receipts.PostProcessing;
using Receipts.Quality;
using Receipts.Tests.PostProcessing;
using Receipts.Validation;
using Shouldly;

namespace Receipts.Tests.Validation;

public sealed class ValidationLoopTests
{
    private static readonly ValidationOptions Small = new() { Side = 320, BatchSize = 2 };
    private static readonly SyntheticOptions Flat = new() { Count = 3, Wear = 0 };

    [Test]
    public void ADetectorThatMarksEveryCoreIsPerfect()
    {
        Receipt receipt = SyntheticReceipts.Create(Flat)[0];
        using var cache = new PolygonCache();
        using var loop = new ValidationLoop(input => MarkedCores(receipt, input), Small with { Side = 960 }, cache);

        ValidationResult result = loop.Run([receipt]);

        result.HarmonicMean.ShouldBe(1);
        result.Score.CoreRecall.ShouldBe(1);
        result.Score.Counts.Expected.ShouldBe(receipt.Lines.Count);
    }

    [Test]
    public void ADetectorThatSeesNothingFindsNothing()
    {
        ValidationResult result = Run(SyntheticReceipts.Create(Flat), Blank);

        (result.HarmonicMean, result.Recall, result.Score.CoreRecall).ShouldBe((0, 0, 0));
    }

    [Test]
    public void ASecondEpochFindsAllPolygonsInTheCache()
    {
        IReadOnlyList<Receipt> receipts = SyntheticReceipts.Create(Flat);
        using var cache = new PolygonCache();
        ValidationResult first = Run(receipts, Blank, cache);
        ValidationResult second = Run(SyntheticReceipts.Create(Flat), Blank, cache);

        (first.CacheHits, first.CacheMisses).ShouldBe((0, 3));
        (second.CacheHits, second.CacheMisses).ShouldBe((3, 0));
    }

    [Test]
    public void AnotherSizeOrCorrectedGroundTruthMisses()
    {
        Receipt receipt = SyntheticReceipts.Create(Flat)[0];
        var corrected = new Receipt(receipt.Name, receipt.Encoded.ToArray(), [.. receipt.Lines.Skip(1)]);
        using var cache = new PolygonCache();
        Run([receipt], Blank, cache);
        using var larger = new ValidationLoop(Blank, Small with { Side = 640 }, cache);

        larger.Run([receipt]).CacheMisses.ShouldBe(1);
        Run([corrected], Blank, cache).CacheMisses.ShouldBe(1);
    }

    [Test]
    public void TheLastBatchMayBeShorter()
    {
        var steps = new List<int>();
        using var cache = new PolygonCache();
        using var loop = new ValidationLoop(Blank, Small, cache);

        ValidationResult result = loop.Run(SyntheticReceipts.Create(Flat), new Steps(steps));

        steps.ShouldBe([2, 3]);
        result.Timings.BatchSeconds.Count.ShouldBe(2);
        result.Timings.Images.ShouldBe(3);
    }

    [Test]
    public void TheTimeOfABatchIsThatOfItsStages()
    {
        var time = new SteppingTime();
        using var cache = new PolygonCache();
        using var loop = new ValidationLoop(Blank, Small, cache, time: time);

        ValidationTimings timings = loop.Run(SyntheticReceipts.Create(Flat)).Timings;

        // Every look at the clock is a second later: two receipts of five stages each and the end, then one receipt and
        // the end.
        timings.BatchSeconds.ShouldBe([11, 6]);
        timings.StageSeconds.ShouldBe([3, 3, 3, 3, 3]);
        timings.SecondsPerImage(ValidationStage.Forward).ShouldBe(1);
    }

    [Test]
    public void StagesCanBeCalledAlone()
    {
        Receipt receipt = SyntheticReceipts.Create(Flat)[0];
        using var cache = new PolygonCache();
        using var loop = new ValidationLoop(input => MarkedCores(receipt, input), Small with { Side = 960 }, cache);
        var boxes = new List<DetectedBox>();

        using ReceiptImage image = loop.Load(receipt);
        PreparedImage prepared = loop.Prepare(image);
        ProbabilityMap map = loop.Forward(prepared);
        loop.FindBoxes(map, boxes);
        loop.FindBoxes(map, boxes);
        ReceiptScore score = loop.Score(receipt, image.ContentHash, prepared.Scale, map, boxes);

        boxes.Count.ShouldBe(receipt.Lines.Count);
        score.Counts.HarmonicMean.ShouldBe(1);
    }

    [Test]
    public void NoReceiptsAreNoError()
    {
        ValidationResult result = Run([], Blank);

        (result.Timings.ImagesPerSecond, result.Timings.Percentile95BatchSeconds).ShouldBe((0, 0));
    }

    [Test]
    public void ABrokenImageIsNamed()
    {
        var broken = new Receipt("broken.jpg", [1, 2, 3], []);

        Should.Throw<ReceiptDataException>(() => Run([broken], Blank))
            .Message.ShouldStartWith("broken.jpg: this is no image");
    }

    [TestCase(31, 1)]
    [TestCase(5_000, 1)]
    [TestCase(640, 0)]
    public void OptionsThatMakeNoSenseAreRefused(int side, int batchSize) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new ValidationLoop(Blank, new ValidationOptions { Side = side, BatchSize = batchSize }));

    internal static ProbabilityMap Blank(ImageTensor input) =>
        new(new float[input.Width * input.Height], input.Height, input.Width);

    private static ProbabilityMap MarkedCores(Receipt receipt, ImageTensor input)
    {
        var painted = new PaintedMap(input.Width, input.Height);
        using ReceiptImage image = receipt.Load();
        var scale = new System.Numerics.Vector2((float)input.Width / image.Width, (float)input.Height / image.Height);
        foreach (Quadrilateral line in receipt.Lines.Select(line => line.Corners.Scaled(scale)))
        {
            // Half the height: far enough from the next line, and grown again to nearly all of it.
            System.Numerics.Vector2 centre = (line.Least + line.Greatest) / 2;
            System.Numerics.Vector2 size = line.Greatest - line.Least;
            painted.Rectangle(centre.X, centre.Y, size.X - (size.Y / 2), size.Y / 2, 0);
        }

        return painted.Map;
    }

    private static ValidationResult Run(
        IReadOnlyList<Receipt> receipts, Func<ImageTensor, ProbabilityMap> detect, PolygonCache? cache = null)
    {
        using var own = new PolygonCache();
        using var loop = new ValidationLoop(detect, Small, cache ?? own);
        return loop.Run(receipts);
    }

    private sealed class Steps(List<int> seen) : IProgress<int>
    {
        public void Report(int value) => seen.Add(value);
    }

    internal sealed class SteppingTime : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }
}
