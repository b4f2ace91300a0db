using System.Text;
using NUnit.Framework;
using Perf.Files;
using Shouldly;

namespace Perf.Tests.Files;

public sealed class StrictJsonTests
{
    [TestCase("", null, null, "is empty")]
    [TestCase(" \n ", null, null, "is empty")]
    [TestCase("{\n  \"a\": 1,\n  \"b", 3, 5, "ends in the middle: it is truncated")]
    [TestCase("{\n  \"a\": [1, 2\n", 2, 13, "ends in the middle: it is truncated")]
    [TestCase("{\n  \"a\": 1\n}\n}", 4, 1, "is not JSON: '}' is invalid after a single JSON value. Expected end of data")]
    [TestCase("{\n  \"a\": NaN\n}", 2, 8, "is not JSON: 'N' is an invalid start of a value")]
    [TestCase("{\n  \"a\": 1,\n}", 3, 1, null)]
    [TestCase("{\n<<<<<<< HEAD\n  \"a\": 1\n=======\n}", 2, 1, "has an unresolved merge conflict")]
    [TestCase("{\n  \"a\": 1,\n  \"\\u0061\": 2\n}", 3, 3, "says 'a' twice")]
    [TestCase("{\"a\": {\"x\": 1}, \"b\": [{\"x\": 1}, {\"x\": 1, \"x\": 2}]}", 1, 42, "says 'x' twice")]
    [TestCase("{\"\\ud800\": 1}", 1, 2, "has a key that is not text")]
    [TestCase("[[[[[1]]]]]", 1, 5, null)]
    public void ABrokenTextIsRefusedWithItsPlace(string text, int? line, int? column, string? problem)
    {
        PerfFileException exception = Refused(Encoding.UTF8.GetBytes(text));

        (exception.Line, exception.Column).ShouldBe((line, column));
        if (problem is not null)
        {
            exception.Problem.ShouldBe(problem);
        }
    }

    [Test]
    public void ATextThatIsNotUtf8IsRefusedWithItsPlace()
    {
        PerfFileException exception = Refused([.. "{\n  \"ä"u8, 0xFF, .. "\": 1}"u8]);

        (exception.Line, exception.Column).ShouldBe((2, 5));
        exception.Problem.ShouldBe("is not UTF-8 text");
    }

    [Test]
    public void TheSameKeyInTwoObjectsIsFineAndAMarkIsIgnored()
    {
        byte[] text = [.. Encoding.UTF8.Preamble, .. "[{\"x\": 1}, {\"x\": {\"x\": 2}}]"u8];

        StrictJson json = StrictJson.Check("a.json", text, deepest: 4, "remedy");


        json.Wrong("$[1].x.x", "problem").Column.ShouldBe(24);
    }

    [TestCase("$", 1, 1)]
    [TestCase("$.b", 3, 8)]
    [TestCase("$.b[1]", 3, 14)]
    [TestCase("$.b[2].c", 4, 17)]
    [TestCase("$.b[3]", null, null)]
    [TestCase("$.missing", null, null)]
    [TestCase("$['odd.name']", null, null)]
    [TestCase(null, null, null)]
    public void AValueIsFoundByItsPath(string? jsonPath, int? line, int? column)
    {
        const string Text = """
            {
              "a": {"b": [1]},
              "b": [[1], {"c": 1},
                     { "c": 2 }]
            }
            """;

        StrictJson json = StrictJson.Check("a.json", Encoding.UTF8.GetBytes(Text), deepest: 4, "remedy");

        PerfFileException wrong = json.Wrong(jsonPath, "problem");

        (wrong.Line, wrong.Column, wrong.Remedy).ShouldBe((line, column, "remedy"));
    }

    private static PerfFileException Refused(byte[] text) =>
        Should.Throw<PerfFileException>(() => StrictJson.Check("a.json", text, deepest: 4, "remedy"));
}
