using NUnit.Framework;
using Receipts.Images;
using Receipts.Model;
using Receipts.PostProcessing;
using Shouldly;
using static Receipts.Tests.Model.DetectorAgreement;

namespace Receipts.Tests.Model;

/// <summary>The detector on a GPU, held against the processor; skipped where there is none.</summary>
[Category("GPU")]
public sealed class GpuDetectorTests
{
    private TextDetector? _detector;

    [OneTimeSetUp]
    public void Load()
    {
        if (!TextDetector.IsAvailable(DetectorDevice.Cuda))
        {
            Assert.Ignore("CUDA is not available: build with -p:Accelerator=cuda, or set LIBTORCH_HOME to a libtorch with CUDA, on a machine with an NVIDIA GPU");
        }

        _detector = TextDetector.Load(device: DetectorDevice.Cuda);
    }

    [OneTimeTearDown]
    public void Dispose() => _detector?.Dispose();

    [TestCase(64, 64)]
    [TestCase(320, 224)]
    [TestCase(416, 640)]
    public void ItAgreesWithOnnxRuntimeOnAnyShape(int height, int width)
    {
        using OnnxRuntimeOracle oracle = new();
        ImageTensor input = Noise(height, width, seed: height + width);

        WorstDifference(_detector!.Detect(input).Values, oracle.Detect(input)).ShouldBeLessThan(Tolerance);
    }

    [Test]
    public void ItAgreesWithOnnxRuntimeOnReceiptsAndFindsTheSameLines()
    {
        using OnnxRuntimeOracle oracle = new();
        using Preprocessing preprocessing = new();
        BoxFinder finder = new();
        foreach (Receipt receipt in SyntheticReceipts.Create(new SyntheticOptions { Count = 3 }))
        {
            using ReceiptImage image = receipt.Load();
            ImageTensor input = preprocessing.Prepare(image, 640, null).Tensor;
            ProbabilityMap found = _detector!.Detect(input);
            float[] expected = oracle.Detect(input);

            found.Values.Max().ShouldBeGreaterThan(0.5f);
            WorstDifference(found.Values, expected).ShouldBeLessThan(Tolerance);
            LinesOf(finder, found).ShouldBe(LinesOf(finder, new ProbabilityMap(expected, input.Height, input.Width)));
        }
    }

    [Test]
    public void ABatchGivesWhatTheProcessorGives()
    {
        ImageTensor first = Noise(64, 96, seed: 1);
        ImageTensor second = Noise(64, 96, seed: 2);
        ImageTensor both = new([.. first.Values, .. second.Values], 64, 96, 2);
        using TextDetector processor = TextDetector.Load();

        IReadOnlyList<ProbabilityMap> onDevice = _detector!.DetectAll(both);
        IReadOnlyList<ProbabilityMap> onProcessor = processor.DetectAll(both);

        WorstDifference(onDevice[0].Values, onProcessor[0].Values).ShouldBeLessThan(Tolerance);
        WorstDifference(onDevice[1].Values, onProcessor[1].Values).ShouldBeLessThan(Tolerance);
    }

    [Test]
    public void AForwardPassLeavesNoTensorBehind()
    {
        ImageTensor input = Noise(64, 64, seed: 3);
        _detector!.Detect(input);
        long before = TorchSharp.torch.Tensor.TotalCount;

        for (int pass = 0; pass < 20; pass++)
        {
            _detector.Detect(input);
        }

        TorchSharp.torch.Tensor.TotalCount.ShouldBeLessThanOrEqualTo(before);
    }

    private static int LinesOf(BoxFinder finder, ProbabilityMap map)
    {
        List<DetectedBox> boxes = [];
        finder.Find(map, boxes);
        return boxes.Count;
    }
}
