using NUnit.Framework;
using Receipts.Images;
using Receipts.Model;
using Receipts.PostProcessing;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>Each stage of validation by itself, so that a failure names the stage.</summary>
[TestFixture, Section("stages")]
public sealed class StageTests
{
    private readonly List<DetectedBox> _boxes = [];
    private ValidationLoop _validation = null!;
    private PreparedImage _prepared;
    private ProbabilityMap _map = null!;

    [SetUp]
    public void RunUpToTheForwardPass()
    {
        _validation = new ValidationLoop(Subject.Detector.Detect, Subject.Small);
        using ReceiptImage image = _validation.Load(Subject.Receipts[0]);
        _prepared = _validation.Prepare(image);
        _map = _validation.Forward(_prepared);
    }

    [TearDown]
    public void DisposeOfTheLoop() => _validation?.Dispose();

    [Test]
    [MaxMetric("receipts.stage.duration{stage=load}", Key = "stages.max_load_ms")]
    [MaxMetric("receipts.stage.duration{stage=pre-process}", Key = "stages.max_pre_process_ms")]
    [MaxMetric("receipts.stage.duration{stage=forward}", Key = "stages.max_forward_ms")]
    [MaxMetric("receipts.stage.duration{stage=post-process}", Key = "stages.max_post_process_ms")]
    [MaxMetric("receipts.stage.duration{stage=score}", Key = "stages.max_score_ms")]
    public void EachStageKeepsItsTime() => _validation.Run(Subject.OneReceipt);

    [Test, MaxRegression]
    public void LoadingKeepsItsPace() => _validation.Load(Subject.Receipts[0]).Dispose();

    [Test, MaxRegression, PerfControl(typeof(TorchProduct))]
    public void ForwardKeepsItsPace() => _validation.Forward(_prepared);

    [Test, MaxAllocations, MaxRegression]
    public void PostProcessingAllocatesLittle() => _validation.FindBoxes(_map, _boxes);
}
