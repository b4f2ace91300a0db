using NUnit.Framework;
using Receipts.Images;
using Receipts.Model;
using Receipts.PostProcessing;
using Receipts.Quality;
using Receipts.Validation;
using Shouldly;

namespace Receipts.Tests.Validation;

/// <summary>How well the real detector does, and that the figure moves when it does worse.</summary>
public sealed class DetectionQualityTests
{
    private const string SroieVariable = "RECEIPTS_SROIE";

    private TextDetector _detector = null!;

    [OneTimeSetUp]
    public void LoadDetector() => _detector = TextDetector.Load();

    [OneTimeTearDown]
    public void ReleaseDetector() => _detector.Dispose();

    [Test]
    public void TheDefaultSetIsNeitherTooEasyNorTooHard() =>
        Run(SyntheticReceipts.Create(), 640).HarmonicMean.ShouldBeInRange(0.85, 0.97);

    [Test]
    public void HarderReceiptsAreReadWorse()
    {
        double[] means =
        [
            .. new[] { 0f, 1.2f, 2f }.Select(wear =>
                Run(SyntheticReceipts.Create(new SyntheticOptions { Count = 3, Wear = wear }), 640).HarmonicMean),
        ];

        means.ShouldBe(means.OrderDescending());
        means[0].ShouldBeGreaterThan(0.99);
        means[2].ShouldBeLessThan(0.8);
    }

    [Test]
    public void SpoiledBoxesLowerTheFigure()
    {
        Receipt receipt = SyntheticReceipts.Create(new SyntheticOptions { Count = 2 })[1];
        double whole = Run([receipt], 640).HarmonicMean;

        double overgrown = Run([receipt], 640, new PostProcessingOptions { UnclipRatio = 6 }).HarmonicMean;
        double dropped = Run([receipt], 640, new PostProcessingOptions { BoxThreshold = 0.95 }).HarmonicMean;

        overgrown.ShouldBeLessThan(whole - 0.2);
        dropped.ShouldBeLessThan(whole - 0.2);
    }

    [TestCase(960, 0.90)]
    [TestCase(640, 0.80)]
    public void RealReceiptsAreRead(int side, double least)
    {
        string? folder = Environment.GetEnvironmentVariable(SroieVariable);
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Ignore($"{SroieVariable} names no folder of real receipts (NNN.jpg beside NNN.csv).");
        }

        ValidationResult result = Run(SroieFolder.Load(folder), side);

        TestContext.Out.WriteLine(result);
        result.HarmonicMean.ShouldBeGreaterThanOrEqualTo(least);
    }

    private ValidationResult Run(
        IReadOnlyList<Receipt> receipts, int side, PostProcessingOptions? postProcessing = null)
    {
        var options =
            new ValidationOptions { Side = side, PostProcessing = postProcessing ?? new PostProcessingOptions() };
        using var cache = new PolygonCache();
        using var loop = new ValidationLoop(_detector.Detect, options, cache);
        return loop.Run(receipts);
    }
}
