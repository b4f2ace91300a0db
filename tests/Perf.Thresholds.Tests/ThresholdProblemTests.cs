namespace Perf.Thresholds.Tests;

public sealed class ThresholdProblemTests
{
    [TestCase("-5", ThresholdProblemKind.OutOfRange, "greater than 0")]
    [TestCase("0", ThresholdProblemKind.OutOfRange, "greater than 0")]
    [TestCase(".nan", ThresholdProblemKind.OutOfRange, "not finite")]
    [TestCase("NaN", ThresholdProblemKind.OutOfRange, "not finite")]
    [TestCase("-.inf", ThresholdProblemKind.OutOfRange, "not finite")]
    [TestCase("1e999", ThresholdProblemKind.OutOfRange, "not finite")]
    [TestCase("\"10\"", ThresholdProblemKind.WrongType, "write 10 without quotes")]
    [TestCase("'fast'", ThresholdProblemKind.WrongType, "without quotes")]
    [TestCase("10%", ThresholdProblemKind.WrongType, "write 10,")]
    [TestCase("10 %", ThresholdProblemKind.WrongType, "write 10,")]
    [TestCase("300s", ThresholdProblemKind.WrongType, "write 300,")]
    [TestCase("1_000", ThresholdProblemKind.WrongType, "without separators")]
    [TestCase("1,5", ThresholdProblemKind.WrongType, "without separators")]
    [TestCase("0x10", ThresholdProblemKind.WrongType, "in decimal digits")]
    [TestCase("yes", ThresholdProblemKind.WrongType, "write a number greater than 0")]
    [TestCase("", ThresholdProblemKind.WrongType, "has no value")]
    [TestCase("~", ThresholdProblemKind.WrongType, "has no value")]
    [TestCase("[1]", ThresholdProblemKind.WrongType, "not a single value")]
    [TestCase("{ a: 1 }", ThresholdProblemKind.WrongType, "not a single value")]
    [TestCase("&a 1", ThresholdProblemKind.AliasRefused, "remove it")]
    [TestCase("!!int 1", ThresholdProblemKind.TagRefused, "remove it")]
    [TestCase("! 1", ThresholdProblemKind.TagRefused, "remove it")]
    public void ABadNumberIsNotUsed(string number, ThresholdProblemKind kind, string message)
    {
        ThresholdsFile file = Reading.Of($"validation:\n  max_time_seconds: {number}\n  min_samples_per_second: 50\n");

        ThresholdProblem problem = file.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(kind);
        problem.Message.ShouldContain(message);
        problem.Range.Line.ShouldBe(2);
        file.Thresholds.ShouldHaveSingleItem().Key.ShouldBe("min_samples_per_second");
    }

    [TestCase("max_gpu_memory_pct: 101", "at most 100")]
    [TestCase("max_gpu_memory_pct: 0", "greater than 0, at most 100")]
    [TestCase("max_cpu_memory_pct: 100.1", "at most 100")]
    [TestCase("min_hit_rate_pct: 100.5", "at least 0, at most 100")]
    [TestCase("warmup_batches: 1.5", "a whole number, at least 0")]
    [TestCase("warmup_batches: 1e10", "at most 2147483647")]
    [TestCase("max_allocated_bytes: -1", "a whole number, at least 0")]
    [TestCase("time_regression_threshold_pct: -1", "at least 0")]
    [TestCase("max_p99_to_mean_ratio: 0", "greater than 0")]
    public void ANumberThatCannotBeIsToldItsRange(string entry, string range)
    {
        ThresholdProblem problem = Reading.TheProblemOf($"a:\n  {entry}\n");
        problem.Kind.ShouldBe(ThresholdProblemKind.OutOfRange);
        problem.Message.ShouldContain(range);
    }

    [TestCase("time_regression_threshold_pct: 0")]
    [TestCase("time_regression_threshold_pct: 250")]
    [TestCase("min_hit_rate_pct: 0")]
    [TestCase("max_allocated_bytes: 0")]
    [TestCase("max_gpu_memory_pct: 100")]
    [TestCase("max_error_rate_pct: 150")]
    [TestCase("min_offset_degrees: -3.5")]
    public void ANumberAtTheEdgeOfItsRangeIsGood(string entry) =>
        Reading.Of($"a:\n  {entry}\n").Problems.ShouldBeEmpty();

    [Test]
    public void TheNoiseIsBelowAHundredPercent() =>
        Reading.TheProblemOf("tolerance: { measurement_noise_pct: 100 }")
            .Message.ShouldContain("at least 0, below 100");

    [Test]
    public void TheNoiseCountsInItsOwnSectionOnly() =>
        Reading.TheProblemOf("validation: { measurement_noise_pct: 2 }").Message.ShouldContain("tolerance");

    [TestCase("a:\n  max_time_seconds: 1\n  max_time_seconds: 2\n", 3, "line 2")]
    [TestCase("a: { max_time_seconds: 1 }\nb:\na: { max_time_seconds: 2 }\n", 3, "line 1")]
    [TestCase("a:\n  max_time_seconds: 1\n  \"max_time_seconds\": 1\n", 3, "line 2")]
    public void OfTwoOfANameNeitherCounts(string text, int line, string message)
    {
        ThresholdsFile file = Reading.Of(text);
        ThresholdProblem problem = file.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(ThresholdProblemKind.Duplicate);
        problem.Range.Line.ShouldBe(line);
        problem.Message.ShouldContain(message);
        file.Thresholds.ShouldBeEmpty();
    }

    [TestCase("max_time_seconds: 300\n", "stands outside of a section")]
    [TestCase("validation: 3\n", "has a value where entries are wanted")]
    [TestCase("validation: [1]\n", "has a value where entries are wanted")]
    [TestCase("- validation\n", "not made of sections")]
    [TestCase("300\n", "not made of sections")]
    [TestCase("[a, b]: 1\n", "must have a name")]
    [TestCase("environments: [cpu]\n", "has a value where entries are wanted")]
    [TestCase("policy: fail\n", "has a value where entries are wanted")]
    public void AValueOfAnotherShapeIsToldWhatIsWanted(string text, string message)
    {
        ThresholdProblem problem = Reading.TheProblemOf(text);
        problem.Kind.ShouldBe(ThresholdProblemKind.WrongType);
        problem.Message.ShouldContain(message);
    }

    [TestCase("<<: { max_time_seconds: 1 }\n")]
    [TestCase("\"\": { max_time_seconds: 1 }\n")]
    [TestCase("two words: { max_time_seconds: 1 }\n")]
    public void ASectionHasANameThatAnAttributeCanWrite(string text)
    {
        ThresholdsFile file = Reading.Of(text);
        file.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ThresholdProblemKind.UnknownKey);
        file.Thresholds.ShouldBeEmpty();
    }

    [Test]
    public void AProblemIsShownAsCompilersShowTheirs()
    {
        ThresholdProblem problem = Reading.TheProblemOf("validation:\n  max_time_seconds: -5\n");
        problem.ToString(Reading.Path).ShouldBe(
            "baselines/thresholds.yaml:2:21: validation.max_time_seconds is -5, which cannot be; "
            + "write a number greater than 0");
    }

    [Test]
    public void MessagesHoldNoCharactersThatATerminalObeys()
    {
        ThresholdProblem problem = Reading.TheProblemOf("a:\n  \"\\e[31mred\\u202e\\n\": 1\n");
        problem.Message.ShouldContain("\\u001B[31mred\\u202E\\u000A");
        problem.Message.Any(char.IsControl).ShouldBeFalse();
    }

    [Test]
    public void EveryMessageSaysWhatToDo()
    {
        string[] texts =
        [
            "a: &b { x: *b }", "a: !t 1", "a: [", "\ta: 1", "%YAML 1.2\n---\na:",
            "a: 1\n---\nb: 2", "a: { x: 1, x: 2 }", "a: 1",
            "a: { max_time_minutes: 1 }", "a: { max_time_seconds: -1 }", "policy: { inconclusive: no, b: 1 }",
            "environments: { cpu: { a: { } } }",
            "a: { max_foo: 1 }", "a: { ? [1] : 1 }", "...", "a: \0", "- 1",
        ];
        string[] messages = [.. texts.SelectMany(text => Reading.Of(text).Problems).Select(problem => problem.Message)];
        messages.Length.ShouldBeGreaterThanOrEqualTo(texts.Length);
        messages.ShouldAllBe(message => message.Contains("; ") || message.Contains("did you mean"));
    }
}
