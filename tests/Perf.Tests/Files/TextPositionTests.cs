using System.Text;
using CsCheck;
using NUnit.Framework;
using Perf.Files;
using Shouldly;

namespace Perf.Tests.Files;

public sealed class TextPositionTests
{
    [TestCase("abc", 0, 1, 1)]
    [TestCase("abc", 3, 1, 4)]
    [TestCase("a\nbc", 2, 2, 1)]
    [TestCase("a\n\nb", 3, 3, 1)]
    [TestCase("ä=1", 2, 1, 2)]
    [TestCase("abc", 99, 1, 4)]
    public void ABytesPlaceIsCountedInLinesAndCharacters(string text, int offset, int line, int column) =>
        TextPosition.At(Encoding.UTF8.GetBytes(text), offset).ShouldBe(new TextPosition(line, column));

    [Test]
    public void EveryLineStartsInItsFirstColumn() =>
        Gen.String[Gen.Char["ab\n"], 0, 40].Sample(text =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            for (int line = 0; line <= text.Count(letter => letter == '\n'); line++)
            {
                TextPosition.At(bytes, TextPosition.StartOfLine(bytes, line)).ShouldBe(new TextPosition(line + 1, 1));
            }
        });
}
