using NUnit.Framework;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>Speed is never bought with quality.</summary>
[TestFixture, Section("quality")]
public sealed class QualityTests
{
    [Test, MinMetric("receipts.hmean", Key = "quality.min_hmean_score")]
    public void TheDetectorStillFindsTheText()
    {
        using ValidationLoop validation = new(Subject.Detector.Detect, new ValidationOptions { Side = 640, BatchSize = 1 });
        validation.Run(Subject.Receipts);
    }
}
