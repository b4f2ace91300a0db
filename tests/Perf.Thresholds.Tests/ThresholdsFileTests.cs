namespace Perf.Thresholds.Tests;

public sealed class ThresholdsFileTests
{
    [Test]
    public void TheOriginalFileLoadsUnchanged()
    {
        ThresholdsFile file = Reading.Of(OriginalSuite.Text);

        file.Problems.ShouldBeEmpty();
        file.Sections.ShouldBe(["validation", "memory", "cache", "tolerance"]);
        file.Thresholds.Select(found => (found.Section, found.Key, found.Value, found.Range.Line)).ShouldBe(
        [
            ("validation", "time_regression_threshold_pct", 10, 6),
            ("validation", "max_time_seconds", 300, 9),
            ("validation", "min_samples_per_second", 50, 12),
            ("memory", "max_gpu_memory_pct", 80, 16),
            ("memory", "max_gpu_memory_gb", 12, 17),
            ("memory", "max_cpu_memory_pct", 80, 20),
            ("cache", "min_hit_rate_pct", 80, 24),
            ("cache", "warmup_batches", 10, 25),
            ("tolerance", "measurement_noise_pct", 2, 29),
        ]);
        file.Thresholds.ShouldAllBe(threshold => threshold.Environment == null);
    }

    [Test]
    public void TheFileOfThisRepositoryHasNoProblems()
    {
        string path = Path.Combine(TestContext.CurrentContext.TestDirectory, "baselines", "thresholds.yaml");
        ThresholdsFile file = Reading.Of(File.ReadAllText(path));

        file.Problems.ShouldBeEmpty();
        file.Find("min_samples_per_second", "validation", "gpu").Threshold!.Value.ShouldBe(50);
        file.Find("min_samples_per_second", "validation", "cpu").Threshold!.Value.ShouldBe(5);
    }

    [Test]
    public void TheBuiltInDefaultsAreTheNumbersOfTheOriginalFile()
    {
        ThresholdsFile.BuiltIn.IsBuiltIn.ShouldBeTrue();
        ThresholdsFile.BuiltIn.Path.ShouldBe("built-in defaults");
        ThresholdsFile.BuiltIn.Problems.ShouldBeEmpty();
        ThresholdsFile.BuiltIn.Thresholds.Select(Number).ShouldBe(
            Reading.Of(OriginalSuite.Text).Thresholds.Select(Number));

        static (string Section, string Key, double Value) Number(Threshold threshold) =>
            (threshold.Section, threshold.Key, threshold.Value);
    }

    [Test]
    public void AFileIsNotTheBuiltInDefaults() => Reading.Of(OriginalSuite.Text).IsBuiltIn.ShouldBeFalse();

    [Test]
    public void TheRangeOfAThresholdIsThatOfItsNumber()
    {
        Threshold threshold = Reading.Of("memory: { max_gpu_memory_gb:  12.5 }").Thresholds.ShouldHaveSingleItem();
        threshold.Range.ShouldBe(new TextRange(1, 31, 1, 35));
    }

    [TestCase("")]
    [TestCase("\uFEFF")]
    [TestCase("\r\n\r\n")]
    [TestCase("# nothing yet\n\t# and nothing here\n")]
    [TestCase("---\n")]
    [TestCase("validation:\n  # all keys are commented out\n")]
    [TestCase("environments:\npolicy:\n")]
    public void AFileWithoutThresholdsIsNoProblem(string text)
    {
        ThresholdsFile file = Reading.Of(text);
        file.Problems.ShouldBeEmpty();
        file.Thresholds.ShouldBeEmpty();
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void LinesEndAsInAnyEditor(string lineBreak)
    {
        string text = "\uFEFF" + OriginalSuite.Text.ReplaceLineEndings(lineBreak);
        ThresholdsFile file = Reading.Of(text);
        file.Problems.ShouldBeEmpty();
        file.Thresholds.ShouldBe(Reading.Of(OriginalSuite.Text.ReplaceLineEndings("\n")).Thresholds);
    }

    [TestCase("10", 10)]
    [TestCase("+10", 10)]
    [TestCase("010", 10)]
    [TestCase("10.", 10)]
    [TestCase(".5", 0.5)]
    [TestCase("1e3", 1000)]
    [TestCase("1.5E-3", 0.0015)]
    [TestCase("10 # comment", 10)]
    public void NumbersAreThoseOfTheCoreSchema(string number, double value)
    {
        ThresholdsFile file = Reading.Of($"validation:\n  max_time_seconds: {number}\n");
        file.Problems.ShouldBeEmpty();
        file.Thresholds.ShouldHaveSingleItem().Value.ShouldBe(value);
    }

    [Test]
    public void AByteOrderMarkIsNoColumn() =>
        Reading.Of("\uFEFFa: { max_time_seconds: 1 }").Thresholds.ShouldBe(
            Reading.Of("a: { max_time_seconds: 1 }").Thresholds);

    [Test]
    public void TheReaderIsTheSameInEveryCulture()
    {
        System.Globalization.CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Reading.Of("a:\n  max_time_seconds: 1.5\n").Thresholds.ShouldHaveSingleItem().Value.ShouldBe(1.5);
            Reading.TheProblemOf("a:\n  max_cpu_memory_pct: 100.5\n").Message.ShouldContain("100.5");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
