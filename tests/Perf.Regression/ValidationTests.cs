using NUnit.Framework;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>The validation loop as a whole: its time, its evenness, its throughput.</summary>
[TestFixture, Section("validation")]
public sealed class ValidationTests
{
    private ValidationLoop _validation = null!;

    [SetUp]
    public void MakeALoop() => _validation = new ValidationLoop(Subject.Detector.Detect, Subject.Small);

    [TearDown]
    public void DisposeOfIt() => _validation?.Dispose();

    [Test, MaxRegression, MinThroughput]
    public void ValidationKeepsItsPace() => _validation.Run(Subject.OneReceipt);

    [Test, MaxTailRatio]
    public void BatchesTakeAlikeLong() => _validation.Run(Subject.OneReceipt);
}
