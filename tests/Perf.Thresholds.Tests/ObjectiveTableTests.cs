namespace Perf.Thresholds.Tests;

public sealed class ObjectiveTableTests
{
    [TestCase("time_regression_threshold_pct", "MaxRegression", "%", Direction.LowerIsBetter, true)]
    [TestCase("receipts_images_regression_threshold_pct", "MaxRegression", "%", Direction.LowerIsBetter, false)]
    [TestCase("gpu_time_regression_threshold_pct", "MaxRegression", "%", Direction.LowerIsBetter, true)]
    [TestCase("allocated_bytes_regression_threshold_pct", "MaxRegression", "%", Direction.LowerIsBetter, false)]
    [TestCase("max_time_seconds", "MaxDuration", "s", Direction.LowerIsBetter, true)]
    [TestCase("min_samples_per_second", "MinThroughput", "{item}/s", Direction.HigherIsBetter, true)]
    [TestCase("max_p95_to_mean_ratio", "MaxTailRatio", "1", Direction.LowerIsBetter, true)]
    [TestCase("max_p99_9_to_mean_ratio", "MaxTailRatio", "1", Direction.LowerIsBetter, true)]
    [TestCase("max_gpu_memory_pct", "MaxGpuMemory", "%", Direction.LowerIsBetter, false)]
    [TestCase("max_gpu_memory_gb", "MaxGpuMemory", "GiBy", Direction.LowerIsBetter, false)]
    [TestCase("max_cpu_memory_pct", "MaxCpuMemory", "%", Direction.LowerIsBetter, false)]
    [TestCase("min_hit_rate_pct", "MinCacheHitRate", "%", Direction.HigherIsBetter, false)]
    [TestCase("max_allocated_bytes", "MaxAllocations", "By", Direction.LowerIsBetter, false)]
    [TestCase("max_forward_ms", "MaxMetric", "ms", Direction.LowerIsBetter, false)]
    [TestCase("min_hmean_score", "MinMetric", "1", Direction.HigherIsBetter, false)]
    [TestCase("max_tile_seconds", "MaxMetric", "s", Direction.LowerIsBetter, false)]
    [TestCase("max_time_to_first_box_ms", "MaxMetric", "ms", Direction.LowerIsBetter, false)]
    [TestCase("max_tile_seconds", "MaxMetric", "s", Direction.LowerIsBetter, false)]
    public void AKeyHasOneMeaning(string key, string attribute, string unit, Direction better, bool noisy)
    {
        ObjectiveKind kind = ObjectiveTable.ForKey(key).ShouldNotBeNull();
        (kind.Attribute, kind.Key, kind.Unit, kind.Better, kind.Noisy).ShouldBe((attribute, key, unit, better, noisy));
        kind.IsPattern.ShouldBeFalse();
    }

    [TestCase("max_tim_seconds", ThresholdProblemKind.UnknownKey, "did you mean max_time_seconds?")]
    [TestCase("max_tiem_seconds", ThresholdProblemKind.UnknownKey, "did you mean max_time_seconds?")]
    [TestCase("max_time_minutes", ThresholdProblemKind.WrongUnit, "write max_time_seconds")]
    [TestCase("max_time_ms", ThresholdProblemKind.WrongUnit, "write max_time_seconds")]
    [TestCase("max_gpu_memory_mb", ThresholdProblemKind.WrongUnit, "write max_gpu_memory_pct or max_gpu_memory_gb")]
    [TestCase("min_samples_per_minute", ThresholdProblemKind.WrongUnit, "write min_samples_per_second")]
    [TestCase("max_forward_milliseconds", ThresholdProblemKind.WrongUnit, "write max_forward_ms")]
    [TestCase("max_forward_hours", ThresholdProblemKind.WrongUnit, "write max_forward_seconds")]
    [TestCase("max_forward_bananas", ThresholdProblemKind.WrongUnit, "end it with one of pct, seconds")]
    [TestCase("max_forward", ThresholdProblemKind.WrongUnit, "end it with one of")]
    [TestCase("time_regression_treshold_pct", ThresholdProblemKind.UnknownKey, "mean time_regression_threshold_pct?")]
    [TestCase("min_hit_rte_pct", ThresholdProblemKind.UnknownKey, "did you mean min_hit_rate_pct?")]
    [TestCase("min_sample_per_second", ThresholdProblemKind.UnknownKey, "did you mean min_samples_per_second?")]
    [TestCase("max_gpu_memroy_gb", ThresholdProblemKind.UnknownKey, "did you mean max_gpu_memory_gb?")]
    [TestCase("warmup_batchs", ThresholdProblemKind.UnknownKey, "did you mean warmup_batches?")]
    [TestCase("Max-Time-Seconds", ThresholdProblemKind.UnknownKey, "did you mean max_time_seconds?")]
    [TestCase("colour", ThresholdProblemKind.UnknownKey, "write max_<metric>_<unit>")]
    [TestCase("_regression_threshold_pct", ThresholdProblemKind.UnknownKey, "")]
    [TestCase("max_per_second", ThresholdProblemKind.WrongUnit, "")]
    [TestCase("max__pct", ThresholdProblemKind.WrongUnit, "")]
    [TestCase("max_pct", ThresholdProblemKind.WrongUnit, "")]
    [TestCase("max_", ThresholdProblemKind.WrongUnit, "")]
    [TestCase("max_<metric>_<unit>", ThresholdProblemKind.WrongUnit, "")]
    public void AKeyWithoutMeaningIsToldWhatToWrite(string key, ThresholdProblemKind kind, string message)
    {
        ObjectiveTable.ForKey(key).ShouldBeNull();
        ThresholdsFile file = Reading.Of($"a:\n  \"{key}\": 1\n");
        ThresholdProblem problem = file.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(kind);
        problem.Message.ShouldContain(message);
        problem.Range.Line.ShouldBe(2);
        file.Thresholds.ShouldBeEmpty();
    }

    [TestCase("")]
    [TestCase("_")]
    [TestCase("max_time_seconds\n")]
    [TestCase("<metric>_regression_threshold_pct")]
    public void NoKeyMakesTheTableThrow(string key) => ObjectiveTable.ForKey(key).ShouldBeNull();

    [Test]
    public void EveryKeyOfTheTableIsItsOwn()
    {
        ObjectiveTable.Kinds.Select(kind => kind.Key).ShouldBeUnique();
        foreach (ObjectiveKind kind in ObjectiveTable.Kinds.Where(kind => !kind.IsPattern))
        {
            ObjectiveTable.ForKey(kind.Key).ShouldBe(kind);
        }
    }

    [TestCase("MaxGpuMemory", new[] { "max_gpu_memory_pct", "max_gpu_memory_gb" })]
    [TestCase("MaxGpuMemoryAttribute", new[] { "max_gpu_memory_pct", "max_gpu_memory_gb" })]
    [TestCase("MinCacheHitRate", new[] { "min_hit_rate_pct", "warmup_batches" })]
    [TestCase("Attribute", new string[0])]
    [TestCase("", new string[0])]
    public void AnAttributeHasItsKeys(string attribute, string[] keys) =>
        ObjectiveTable.ForAttribute(attribute).Select(kind => kind.Key).ShouldBe(keys);

    [TestCase("time", "time_regression_threshold_pct")]
    [TestCase("receipts.images", "receipts_images_regression_threshold_pct")]
    [TestCase("stage.duration{stage=forward}", "stage_duration_stage_forward_regression_threshold_pct")]
    [TestCase("Http.Requests", "http_requests_regression_threshold_pct")]
    public void TheRegressionKeyOfAMetricIsAKey(string metric, string key)
    {
        ObjectiveTable.RegressionKey(metric).ShouldBe(key);
        ObjectiveTable.ForKey(key)!.Attribute.ShouldBe("MaxRegression");
    }

    [Test]
    public void EveryUnitEndsAKey()
    {
        UnitSuffix.All.Select(unit => unit.Word).ShouldBeUnique();
        foreach (UnitSuffix unit in UnitSuffix.All)
        {
            ObjectiveTable.ForKey($"max_anything_{unit.Word}")!.Unit.ShouldBe(unit.Unit);
        }
    }
}
