using NUnit.Framework;
using Receipts.Validation;
using Shouldly;

namespace Receipts.Tests.Validation;

public sealed class ValidationTimingsTests
{
    [Test]
    public void FiguresFollowFromTheBatches()
    {
        var timings =
            new ValidationTimings(Images: 8, BatchSeconds: [0.4, 0.1, 0.3, 0.2], StageSeconds: [0.08, 0, 0.8, 0, 0]);

        timings.TotalSeconds.ShouldBe(1, 1e-12);
        timings.MeanBatchSeconds.ShouldBe(0.25, 1e-12);
        timings.ImagesPerSecond.ShouldBe(8, 1e-9);
        timings.SecondsPerImage(ValidationStage.Forward).ShouldBe(0.1, 1e-12);

        // Type 7: 0.95 × 3 = 2.85, that is 0.3 + 0.85 × (0.4 − 0.3)
        timings.Percentile95BatchSeconds.ShouldBe(0.385, 1e-12);
    }
}
