using NUnit.Framework;
using Receipts.Model;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>The loop with its forward pass on the accelerator.</summary>
[TestFixture, Section("memory"), Category("GPU")]
public sealed class GpuTests
{
    private TextDetector? _detector;

    [OneTimeSetUp]
    public void LoadOntoTheDevice()
    {
        if (!TextDetector.IsAvailable(DetectorDevice.Cuda))
        {
            Assert.Ignore("CUDA is not available: build with -p:Accelerator=cuda on a machine with an NVIDIA GPU");
        }

        _detector = TextDetector.Load(device: DetectorDevice.Cuda);
    }

    [OneTimeTearDown]
    public void DisposeOfIt() => _detector?.Dispose();

    [Test, MaxGpuMemory]
    public void ValidationFitsIntoDeviceMemory()
    {
        using ValidationLoop validation = new(_detector!.Detect, Subject.Small);
        validation.Run(Subject.OneReceipt);
    }
}
