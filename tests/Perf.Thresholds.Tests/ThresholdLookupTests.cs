namespace Perf.Thresholds.Tests;

public sealed class ThresholdLookupTests
{
    private const string Overlaid = """
        environments:
          cpu:
            validation: { min_samples_per_second: 5 }
            tolerance: { measurement_noise_pct: 4 }
        validation:
          max_time_seconds: 300
          min_samples_per_second: 50
        training:
          max_time_seconds: 900
        tolerance:
          measurement_noise_pct: 3
        """;

    private readonly ThresholdsFile _file = Reading.Of(Overlaid);

    [Test]
    public void TheExampleHasNoProblems()
    {
        _file.Problems.ShouldBeEmpty();
        _file.Environments.ShouldBe(["cpu"]);
        _file.Thresholds.Select(threshold => threshold.Range.Line).ShouldBe([3, 4, 6, 7, 9, 11]);
    }

    [Test]
    public void AnOverlayComesFirst()
    {
        Threshold found = Found("min_samples_per_second", "validation", "cpu");
        (found.Value, found.Environment, found.Range.Line).ShouldBe((5, "cpu", 3));
    }

    [TestCase("gpu")]
    [TestCase("")]
    public void AnEnvironmentWithoutOverlaysHasTheNumbersOfTheFile(string environment)
    {
        Threshold found = Found("min_samples_per_second", "validation", environment);
        (found.Value, found.Environment, found.Range.Line).ShouldBe((50, null, 7));
    }

    [Test]
    public void AKeyThatIsNotOverlaidHasTheNumberOfTheFile() =>
        Found("max_time_seconds", "validation", "cpu").Value.ShouldBe(300);

    [Test]
    public void AKeyThatStandsOnceNeedsNoSection()
    {
        Threshold found = Found("min_samples_per_second", null, "cpu");
        (found.Section, found.Value).ShouldBe(("validation", 5));
    }

    [Test]
    public void AKeyThatStandsTwiceNeedsASection()
    {
        ThresholdLookup lookup = _file.Find("max_time_seconds", null, "cpu");
        lookup.Outcome.ShouldBe(LookupOutcome.AmbiguousSection);
        lookup.Threshold.ShouldBeNull();
        lookup.Candidates.ShouldBe(["validation", "training"]);
    }

    [Test]
    public void AMisspeltSectionIsToldTheRightOne()
    {
        ThresholdLookup lookup = _file.Find("max_time_seconds", "validaton", "cpu");
        lookup.Outcome.ShouldBe(LookupOutcome.UnknownSection);
        lookup.Candidates.ShouldBe(["validation"]);
    }

    [Test]
    public void AMissingKeyIsToldTheSectionsThatHaveIt()
    {
        ThresholdLookup lookup = _file.Find("max_time_seconds", "tolerance", "cpu");
        lookup.Outcome.ShouldBe(LookupOutcome.MissingKey);
        lookup.Candidates.ShouldBe(["validation", "training"]);
    }

    [TestCase("validation")]
    [TestCase(null)]
    public void AMisspeltKeyIsToldTheRightOne(string? section)
    {
        ThresholdLookup lookup = _file.Find("max_time_second", section, "cpu");
        lookup.Outcome.ShouldBe(LookupOutcome.MissingKey);
        lookup.Candidates.ShouldBe(["max_time_seconds"]);
    }

    [Test]
    public void ASectionWithoutKeysIsKnown() =>
        Reading.Of("validation:\n").Find("max_time_seconds", "validation", "cpu")
            .Outcome.ShouldBe(LookupOutcome.MissingKey);

    [Test]
    public void TheNoiseIsThatOfTheEnvironment()
    {
        _file.MeasurementNoisePercent("cpu").ShouldBe(4);
        _file.MeasurementNoisePercent("gpu").ShouldBe(3);
        Reading.Of("").MeasurementNoisePercent("cpu").ShouldBe(2);
    }

    [Test]
    public void SettingsAreFoundAsKeys() =>
        ThresholdsFile.BuiltIn.Find("warmup_batches", null, "cpu").Threshold!.Value.ShouldBe(10);

    private Threshold Found(string key, string? section, string environment)
    {
        ThresholdLookup lookup = _file.Find(key, section, environment);
        lookup.Outcome.ShouldBe(LookupOutcome.Found);
        return lookup.Threshold.ShouldNotBeNull();
    }
}
