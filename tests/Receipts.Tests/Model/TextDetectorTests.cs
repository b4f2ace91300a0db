using NUnit.Framework;
using Receipts.Images;
using Receipts.Model;
using Shouldly;
using static Receipts.Tests.Model.DetectorAgreement;

namespace Receipts.Tests.Model;

public sealed class TextDetectorTests
{
    private TextDetector _detector = null!;

    [OneTimeSetUp]
    public void Load()
    {
        _detector = TextDetector.Load();
    }

    [OneTimeTearDown]
    public void Dispose() => _detector.Dispose();

    [TestCase(64, 64)]
    [TestCase(32, 96)]
    [TestCase(320, 224)]
    [TestCase(416, 640)]
    public void ItAgreesWithOnnxRuntimeOnAnyShape(int height, int width)
    {
        using OnnxRuntimeOracle oracle = new();
        ImageTensor input = Noise(height, width, seed: height + width);

        WorstDifference(_detector.Detect(input).Values, oracle.Detect(input)).ShouldBeLessThan(Tolerance);
    }

    [Test]
    public void ItAgreesWithOnnxRuntimeOnReceipts()
    {
        using OnnxRuntimeOracle oracle = new();
        using Preprocessing preprocessing = new();
        foreach (Receipt receipt in SyntheticReceipts.Create(new SyntheticOptions { Count = 3 }))
        {
            using ReceiptImage image = receipt.Load();
            ImageTensor input = preprocessing.Prepare(image, 640, null).Tensor;
            float[] found = _detector.Detect(input).Values;

            found.Max().ShouldBeGreaterThan(0.5f);
            WorstDifference(found, oracle.Detect(input)).ShouldBeLessThan(Tolerance);
        }
    }

    [Test]
    public void ItAgreesWithOnnxRuntimeOnRealReceipts()
    {
        if (Environment.GetEnvironmentVariable("RECEIPTS_SROIE") is not { Length: > 0 } folder)
        {
            Assert.Ignore("RECEIPTS_SROIE names no folder of real receipts");
            return;
        }

        using OnnxRuntimeOracle oracle = new();
        using Preprocessing preprocessing = new();
        double worst = 0;
        foreach (Receipt receipt in SroieFolder.Load(folder).Take(6))
        {
            using ReceiptImage image = receipt.Load();
            ImageTensor input = preprocessing.Prepare(image, 640, null).Tensor;
            worst = Math.Max(worst, WorstDifference(_detector.Detect(input).Values, oracle.Detect(input)));
        }

        TestContext.Out.WriteLine($"worst difference {worst:E1}");
        worst.ShouldBeInRange(1e-12, Tolerance);
    }

    [Test]
    public void ABatchGivesWhatItsImagesGiveAlone()
    {
        ImageTensor first = Noise(64, 96, seed: 1);
        ImageTensor second = Noise(64, 96, seed: 2);

        IReadOnlyList<ProbabilityMap> both = _detector.DetectAll(new ImageTensor([.. first.Values, .. second.Values], 64, 96, 2));

        WorstDifference(both[0].Values, _detector.Detect(first).Values).ShouldBeLessThan(1e-5);
        WorstDifference(both[1].Values, _detector.Detect(second).Values).ShouldBeLessThan(1e-5);
    }

    [Test]
    public void AForwardPassLeavesNoTensorBehind()
    {
        ImageTensor input = Noise(64, 64, seed: 3);
        _detector.Detect(input);
        long before = TorchSharp.torch.Tensor.TotalCount;

        for (int pass = 0; pass < 20; pass++)
        {
            _detector.Detect(input);
        }

        // Others may be finalized meanwhile; none may be added.
        TorchSharp.torch.Tensor.TotalCount.ShouldBeLessThanOrEqualTo(before);
    }

    [TestCase(33, 64)]
    [TestCase(64, 0)]
    public void SidesThatTheNetworkCannotHalveAreRefused(int height, int width) =>
        Should.Throw<ArgumentException>(() => _detector.Detect(new ImageTensor(new float[3 * 64 * 64], height, width)))
            .Message.ShouldContain("multiples of 32");

    [Test]
    public void TooFewValuesAreRefused() =>
        Should.Throw<ArgumentException>(() => _detector.Detect(new ImageTensor(new float[10], 64, 64)))
            .Message.ShouldContain("10 values");

    [Test]
    public void ForwardPassesSurviveCollectionsBesideThem()
    {
        // RECEIPTS_STRESS_SECONDS makes it as long as one likes.
        double seconds = double.Parse(Environment.GetEnvironmentVariable("RECEIPTS_STRESS_SECONDS") ?? "5", System.Globalization.CultureInfo.InvariantCulture);
        ImageTensor input = Noise(64, 64, seed: 4);
        float[] expected = _detector.Detect(input).Values;
        using CancellationTokenSource over = new(TimeSpan.FromSeconds(seconds));
        Thread collector = new(() =>
        {
            while (!over.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        long passes = 0;
        double worst = 0;
        try
        {
            while (!over.IsCancellationRequested)
            {
                worst = Math.Max(worst, WorstDifference(_detector.Detect(input).Values, expected));
                passes++;
            }
        }
        finally
        {
            over.Cancel();
            collector.Join();
        }

        TestContext.Out.WriteLine($"{passes} forward passes in {seconds} s beside forced collections");
        passes.ShouldBeGreaterThan(0);
        worst.ShouldBeLessThan(1e-5);
    }
}
