using CsCheck;
using Perf.Thresholds.Editing;

namespace Perf.Thresholds.Tests.Editing;

[TestFixture]
public sealed class ThresholdsEditorTests
{
    [Test]
    public void AKeyIsAddedBelowTheLastOfItsSection() =>
        Added("a:\n  max_time_seconds: 1 # why\n# next\nb:\n  max_cpu_memory_pct: 2\n")
            .ShouldBe("a:\n  max_time_seconds: 1 # why\n  max_load_ms: 40\n# next\nb:\n  max_cpu_memory_pct: 2\n");

    [Test]
    public void TheIndentOfTheSectionIsKept() =>
        Added("a:\n      max_time_seconds: 1\n").ShouldBe("a:\n      max_time_seconds: 1\n      max_load_ms: 40\n");

    [Test]
    public void LineEndsOfWindowsAreKept() =>
        Added("a:\r\n  max_time_seconds: 1\r\n").ShouldBe("a:\r\n  max_time_seconds: 1\r\n  max_load_ms: 40\r\n");

    [Test]
    public void AFileWithoutALastLineEndGetsNone() =>
        Added("a:\n  max_time_seconds: 1").ShouldBe("a:\n  max_time_seconds: 1\n  max_load_ms: 40");

    [Test]
    public void AByteOrderMarkStays() =>
        Added("\uFEFFa:\n  max_time_seconds: 1\n").ShouldBe("\uFEFFa:\n  max_time_seconds: 1\n  max_load_ms: 40\n");

    [Test]
    public void ASectionOnOneLineStaysOnOne() =>
        Added("a: { max_time_seconds: 1 } # short\n").ShouldBe("a: { max_time_seconds: 1, max_load_ms: 40 } # short\n");

    [TestCase("a:\n", "a:\n  max_load_ms: 40\n")]
    [TestCase("a: # none yet\nb:\n  max_time_seconds: 1\n", "a: # none yet\n  max_load_ms: 40\nb:\n  max_time_seconds: 1\n")]
    [TestCase("a: {}\n", "a: { max_load_ms: 40 }\n")]
    public void AnEmptySectionGetsItsFirstKey(string text, string expected) => Added(text).ShouldBe(expected);

    [TestCase("", "a:\n  max_load_ms: 40\n")]
    [TestCase("# only a comment\n", "# only a comment\n\na:\n  max_load_ms: 40\n")]
    [TestCase("b:\n  max_time_seconds: 1", "b:\n  max_time_seconds: 1\n\na:\n  max_load_ms: 40\n")]
    [TestCase("b:\n  max_time_seconds: 1\n", "b:\n  max_time_seconds: 1\n\na:\n  max_load_ms: 40\n")]
    public void AMissingSectionIsAddedAtTheEnd(string text, string expected) => Added(text).ShouldBe(expected);

    [TestCase("a: [\n")]
    [TestCase("a:\n  max_time_secnds: 1\n")]
    [TestCase("{ b: { max_time_seconds: 1 } }\n")]
    [TestCase("b:\n  max_time_seconds: 1\n...\n")]
    [TestCase("a:\n  max_load_ms: 1\n")]
    public void WhatHasNoClearPlaceIsLeftAlone(string text) =>
        ThresholdsEditor.Add(text, "a", "max_load_ms", "40").ShouldBeNull();

    [TestCase("a:\n  max_load_ms: 1 # ms\n", "a:\n  max_load_ms: 40 # ms\n")]
    [TestCase("a:\n  max_load_ms:   1.5e3\r\n", "a:\n  max_load_ms:   40\r\n")]
    [TestCase("\uFEFFa: { max_load_ms: 1 }", "\uFEFFa: { max_load_ms: 40 }")]
    [TestCase(
        "environments:\n  cpu:\n    a: { max_load_ms: 2 }\na:\n  max_load_ms: 1\n",
        "environments:\n  cpu:\n    a: { max_load_ms: 2 }\na:\n  max_load_ms: 40\n")]
    public void OnlyTheNumberIsReplaced(string text, string expected) =>
        ThresholdsEditor.Replace(text, "a", "max_load_ms", "40")!.Value.Apply(text).ShouldBe(expected);

    [Test]
    public void AMissingKeyIsNotReplaced() =>
        ThresholdsEditor.Replace("a:\n  max_time_seconds: 1\n", "a", "max_load_ms", "40").ShouldBeNull();

    [Test]
    public void WhatIsAddedIsReadBackAndAllElseIsAsItWas() =>
        Gen.Select(
                Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n")),
                Gen.OneOf(Gen.Const(""), Gen.Const("# c"), Gen.Const("\n")),
                Gen.Int[0, 4],
                Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("new")),
                Gen.Double[0.001, 1e6])
            .Sample((end, noise, keys, section, number) =>
            {
                string[] body = [.. Enumerable.Range(0, keys).Select(i => $"  max_m{i}_ms: {i + 1} {noise}".TrimEnd())];
                string text = string.Join(end, ["a:", .. body, noise, "b:", "  max_time_seconds: 3", ""]);
                ThresholdsEdit edit = ThresholdsEditor.Add(text, section, "max_load_ms", FormattableString.Invariant($"{number}"))!.Value;
                ThresholdsFile before = ThresholdsFile.Parse(text, "t");
                ThresholdsFile after = ThresholdsFile.Parse(edit.Apply(text), "t");
                after.Problems.ShouldBeEmpty();
                after.Find("max_load_ms", section, "").Threshold!.Value.ShouldBe(number);
                after.Thresholds.Count.ShouldBe(before.Thresholds.Count + 1);
                edit.Length.ShouldBe(0);
            });

    private static string Added(string text) => ThresholdsEditor.Add(text, "a", "max_load_ms", "40")!.Value.Apply(text);
}
