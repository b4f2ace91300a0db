using NUnit.Framework;
using Receipts.Images;
using Receipts.Model;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>What the detector takes of a GPU, in a build for one.</summary>
[TestFixture, Category("GPU")]
public sealed class GpuTests
{
    private ValidationLoop _validation = null!;
    private PreparedImage _prepared;

    [OneTimeSetUp]
    public void SkipWhereTheBuildIsForTheCpu()
    {
        if (Subject.Device != DetectorDevice.Cuda)
        {
            Assert.Ignore("this build is for the CPU: build with -p:Accelerator=cuda, and run it on a machine with an NVIDIA GPU");
        }
    }

    [SetUp]
    public void PrepareAReceipt()
    {
        _validation = new ValidationLoop(Subject.Detector.Detect, Subject.Small);
        using ReceiptImage image = _validation.Load(Subject.Receipts[0]);
        _prepared = _validation.Prepare(image);
    }

    [TearDown]
    public void DisposeOfTheLoop() => _validation?.Dispose();

    [Test, Section("memory"), MaxGpuMemory]
    public void ValidationFitsIntoDeviceMemory() => _validation.Run(Subject.OneReceipt);

    [Test, Section("stages"), MaxRegression(Metric = "gpu_time"), PerfControl(typeof(TorchProduct))]
    public void ForwardKeepsItsPaceOnTheDevice() => _validation.Forward(_prepared);
}
