using CsCheck;

namespace Perf.Thresholds.Tests;

public sealed class HostileTextTests
{
    private const string Letters = "\0\t\n\r \"'#%&*+-.,0129:;<=>?@[]{}|!~`_aAeE\u0085\u2028\uFEFF\uD800é";

    [Test]
    public void AFileOfTenMegabytesIsNotRead() =>
        Reading.TheProblemOf(Repeat("a: 1\n", 2_000_000)).Kind.ShouldBe(ThresholdProblemKind.TooLarge);

    [Test]
    public void AMegabyteOfKeysIsNotRead() =>
        Reading.TheProblemOf("a:\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"  max_k{i}_ms: 1\n")))
            .Kind.ShouldBe(ThresholdProblemKind.TooLarge);

    [TestCase("[")]
    [TestCase("{")]
    [TestCase("[a,")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    [TestCase("? ")]
    public void NestingHasABound(string opening) =>
        Reading.TheProblemOf(Repeat(opening, 100_000)).Kind.ShouldBe(ThresholdProblemKind.TooDeep);

    [Test]
    public void IndentationHasABound() =>
        Reading.TheProblemOf(string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', i) + "a:\n")))
            .Kind.ShouldBe(ThresholdProblemKind.TooDeep);

    [Test]
    public void AnAliasBombIsRefused()
    {
        string bomb = "a: &a { max_time_seconds: 1 }\n"
            + string.Concat(Enumerable.Range('b', 20).Select(letter =>
                string.Format("{0}: &{0} {{ x: *{1}, y: *{1} }}\n", (char)letter, (char)(letter - 1))));
        ThresholdsFile file = Reading.Of(bomb);
        file.Problems.ShouldAllBe(problem => problem.Kind == ThresholdProblemKind.AliasRefused);
        file.Problems.Count.ShouldBe(61);
        file.Thresholds.ShouldBeEmpty();
    }

    [Test]
    public void AHundredProblemsAreEnough() =>
        Reading.Of("a:\n" + string.Concat(Enumerable.Range(0, 4_000).Select(i => $"  max_tiem_second{i}: 1\n")))
            .Problems.Count.ShouldBe(100);

    [TestCase("a: {", ThresholdProblemKind.Syntax)]
    [TestCase("a: [1, 2", ThresholdProblemKind.Syntax)]
    [TestCase("a: \"open", ThresholdProblemKind.Syntax)]
    [TestCase("a:\n  b: 1\n c: 2\n", ThresholdProblemKind.Syntax)]
    [TestCase("a: b: c\n", ThresholdProblemKind.Syntax)]
    [TestCase("a:\n\tmax_time_seconds: 1\n", ThresholdProblemKind.Syntax)]
    [TestCase("a:\0 { max_time_seconds: 1 }\n", ThresholdProblemKind.Syntax)]
    [TestCase("a: # \u0085b:\n", ThresholdProblemKind.Syntax)]
    [TestCase("...\n...\n", ThresholdProblemKind.Syntax)]
    [TestCase("%YAML 1.2\n---\na:\n", ThresholdProblemKind.DocumentRefused)]
    [TestCase("%a\n", ThresholdProblemKind.DocumentRefused)]
    [TestCase("a: { max_time_seconds: 1 }\n---\nb: { max_time_seconds: 2 }\n", ThresholdProblemKind.DocumentRefused)]
    public void ATextThatIsNotOneDocumentHasNoThresholds(string text, ThresholdProblemKind kind)
    {
        ThresholdsFile file = Reading.Of(text);
        file.Problems.ShouldHaveSingleItem().Kind.ShouldBe(kind);
        file.Thresholds.ShouldBeEmpty();
        ShouldHaveProblemsWithin(text, file);
    }

    [TestCase("a:\n  b: 1\n\tc: 2\n", 3, 1)]
    [TestCase("a:\r\n  b: \u0007\r\n", 2, 6)]
    public void AForbiddenCharacterIsFoundWhereItStands(string text, int line, int column)
    {
        TextRange range = Reading.TheProblemOf(text).Range;
        (range.Line, range.Column).ShouldBe((line, column));
    }

    [Test]
    public void AMegabyteOfAnythingIsBounded()
    {
        string[] parts =
        [
            " ", "\t", "\n", "\r", "x", "\"", "'", "\\", "#\n", ",", "1,", ":", ": ", "- \n", "?\n", "!", "!a ",
            "&a ", "*a ", "---\n", "...\n", "| ", "|\n ",
        ];
        foreach (string part in parts)
        {
            string megabyte = Repeat(part, 1_000_000 / part.Length);
            ShouldHaveProblemsWithin(megabyte, Reading.Of(megabyte));
            ShouldHaveProblemsWithin("a: [" + megabyte, Reading.Of("a: [" + megabyte));
        }
    }

    [Test]
    public void NoMutationOfAValidFileThrows()
    {
        Gen<(int, int, char)> edit = Gen.Select(
            Gen.Int[0, 3], Gen.Int[0, 10_000], Gen.Int[0, Letters.Length - 1].Select(i => Letters[i]));
        edit.Array[1, 12].Sample(
            edits =>
            {
                string text = edits.Aggregate(OriginalSuite.Text, Mutated);
                ShouldHaveProblemsWithin(text, Reading.Of(text));
            },
            iter: 2_000);
    }

    private static string Mutated(string text, (int Kind, int Place, char Letter) edit)
    {
        int place = edit.Place % (text.Length + 1);
        int length = Math.Min(edit.Letter, text.Length - place);
        return edit.Kind switch
        {
            0 => text.Insert(place, edit.Letter.ToString()),
            1 => text.Remove(place, Math.Min(1, length)),
            2 => text.Remove(place, length),
            _ => text.Insert(place, text.Substring(place, length)),
        };
    }

    private static void ShouldHaveProblemsWithin(string text, ThresholdsFile file)
    {
        string[] lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        file.Problems.Count.ShouldBeLessThanOrEqualTo(100);
        IEnumerable<TextRange> ranges =
            file.Problems.Select(problem => problem.Range).Concat(file.Thresholds.Select(threshold => threshold.Range));
        foreach (TextRange range in ranges)
        {
            range.Line.ShouldBeInRange(1, lines.Length);
            range.EndLine.ShouldBeInRange(range.Line, lines.Length);
            range.Column.ShouldBeInRange(1, lines[range.Line - 1].Length + 1);
            range.EndColumn.ShouldBeInRange(1, lines[range.EndLine - 1].Length + 1);
        }
    }

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
