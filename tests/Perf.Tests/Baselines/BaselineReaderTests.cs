using NUnit.Framework;
using Perf.Baselines;
using Perf.Files;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Baselines;

public sealed class BaselineReaderTests
{
    private const string FirstSeriesLine = "  \"series\": [";

    private TemporaryFolder _folder = null!;

    private string Target => _folder["cpu.json"];

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("\"accepted\":0.0125", "\"accepted\":-1", "accepted is negative")]
    [TestCase("\"accepted\":0.0125", "\"accepted\":0", "accepted is 0, which no time and no rate can be")]
    [TestCase("\"accepted\":0.0125", "\"accepted\":1e999", "accepted is infinite")]
    [TestCase("\"accepted\":0.0125", "\"accepted\":NaN", "is not JSON: 'N' is an invalid start of a value")]
    [TestCase("\"accepted\":0.0125", "\"accepted\":\"NaN\"", "the value of accepted is of the wrong kind")]
    [TestCase("\"accepted\":0.0125", "\"accepted\":null", "the value of accepted is of the wrong kind")]
    [TestCase("\"accepted\":0.0125,", "", "series[1] lacks 'accepted'")]
    [TestCase("\"accepted\":0.0125", "\"accepted\":1,\"accepted\":2", "says 'accepted' twice")]
    [TestCase("\"test\":\"B\"", "\"test\":\"A\"", "the series A, time stands there twice")]
    [TestCase("\"test\":\"B\"", "\"test\":null", "the value of test is of the wrong kind")]
    [TestCase("\"test\":\"B\"", "\"test\":\" \"", "test is empty")]
    [TestCase("\"version\":1", "\"version\":0", "version is 0, at least 1 is possible")]
    [TestCase("\"version\":1", "\"version\":1.5", "the value of version is of the wrong kind")]
    [TestCase("\"iterations\":3", "\"iterations\":-3", "iterations is -3, at least 1 is possible")]
    [TestCase("\"median\":0.0125", "\"median\":0.5", "minimum, quartiles, median, maximum are not in ascending order")]
    [TestCase("\"quantiles\":[0.012,", "\"quantiles\":[0.012,-0.5,", "quantiles[1] is negative")]
    [TestCase("\"quantiles\":[0.012,", "\"quantiles\":[0.012,null,", "the value of quantiles[1] is of the wrong kind")]
    [TestCase("\"quantiles\":[0.012,", "\"quantiles\":[0.012,0.3,", "quantiles are not in ascending order")]
    [TestCase("\"launches\":[", "\"launches\":[null,", "a launch is null")]
    [TestCase("\"recordedAt\":\"2026-", "\"recordedAt\":\"last year-", "the value of recordedAt is of the wrong kind")]
    public void ASeriesThatCannotBeTrueIsRefusedWithItsLine(string good, string bad, string problem)
    {
        BaselineFile fine = SomeBaseline.Of(SomeBaseline.Series("A"), SomeBaseline.Series("B"));
        string[] lines = BaselineText.Of(fine).Split('\n');
        int second = Array.IndexOf(lines, FirstSeriesLine) + 2;
        lines[second].ShouldContain(good);
        lines[second] = lines[second].Replace(good, bad);
        File.WriteAllText(Target, string.Join('\n', lines));

        PerfFileException exception = Refused();

        exception.Line.ShouldBe(second + 1);
        exception.Column.ShouldNotBeNull();
        exception.Problem.ShouldBe(problem);
        exception.Message.ShouldStartWith($"{Target}:{second + 1}:{exception.Column}: {problem}; ");
    }

    [TestCase("", null, "is empty")]
    [TestCase("{\n\"schemaVersion\": 1,\n\"series\": [", 3, "ends in the middle: it is truncated")]
    [TestCase("hello", 1, "is not JSON: 'h' is an invalid start of a value")]
    [TestCase("[1, 2]", 1, "is no baseline: it has no schemaVersion")]
    [TestCase("{\"name\": \"package\"}", 1, "is no baseline: it has no schemaVersion")]
    [TestCase("{\n\"schemaVersion\": 2,\n\"other\": {}}", 2, "is of schema 2, this version reads up to 1")]
    [TestCase("{\n\"schemaVersion\": \"1\"}", 2, "schemaVersion is \"1\", no schema")]
    [TestCase("{\n\"schemaVersion\": 0}", 2, "schemaVersion is 0, no schema")]
    [TestCase("{\n\"schemaVersion\": 1}", 1, "the file lacks 'environment', 'series'")]
    [TestCase("{\"schemaVersion\": 1, \"environment\": \"cpu\",\n\"series\": null}", 2, "the value of series is of the wrong kind")]
    [TestCase("{\"schemaVersion\": 1, \"environment\": \"cpu\",\n\"series\": [\nnull]}", 3, "a series is null")]
    [TestCase("{\"schemaVersion\": 1, \"environment\": \"\",\n\"series\": []}", 1, "environment is empty")]
    [TestCase("{\"schemaVersion\": 1, \"environment\": \"\\ud800\",\n\"series\": []}", 1, "the value of environment is of the wrong kind")]
    [TestCase("{\n\"analysis\": {}}", 2, "has no analysis.validation_time.total_seconds")]
    [TestCase("{\n\"analysis\": {\"validation_time\": 3}}", 2, "has no analysis.validation_time.total_seconds")]
    [TestCase("{\"analysis\": {\"validation_time\":\n{\"total_seconds\": \"3\"}}}", 2, "total_seconds is not a number")]
    [TestCase("{\"analysis\": {\"validation_time\":\n{\"total_seconds\": 0}}}", 2, "total_seconds is 0, which no time can be")]
    [TestCase("{\"analysis\": {\"validation_time\":\n{\"total_seconds\": -2.5}}}", 2, "total_seconds is -2.5, which no time can be")]
    public void AFileThatIsNoBaselineIsRefusedWithItsLine(string text, int? line, string problem)
    {
        File.WriteAllText(Target, text);

        PerfFileException exception = Refused();

        exception.Line.ShouldBe(line);
        exception.Problem.ShouldBe(problem);
        exception.Remedy.ShouldNotBeEmpty();
    }

    [Test]
    public void AMachineThatLacksAFieldIsRefusedWithItsLine()
    {
        File.WriteAllText(Target, BaselineText.Of(SomeBaseline.Of()).Replace("    \"osFamily\": \"Linux\",\n", ""));

        PerfFileException exception = Refused();

        exception.Problem.ShouldBe("machine lacks 'osFamily'");
        exception.Line.ShouldBe(4);
    }

    [Test]
    public void AFileThatNestsTooDeepIsRefused()
    {
        File.WriteAllText(Target, $"{{\"schemaVersion\": 1,\n\"x\": {new string('[', 100_000)}");

        PerfFileException exception = Refused();

        exception.Line.ShouldBe(2);
        exception.Problem.ShouldContain("depth of 32");
    }

    [Test]
    public void AFileThatIsTooLargeIsRefusedUnread()
    {
        using (FileStream stream = File.Create(Target))
        {
            stream.SetLength(BaselineReader.MostBytes + 1);
        }

        Refused().Problem.ShouldBe("is too large: 67108865 bytes, at most 67108864 are read");
    }

    [Test]
    public void AMissingFileIsRefusedWithARemedy() =>
        Refused().Message.ShouldBe($"{Target}: does not exist; record it (PERF_RECORD=1) or correct the path");

    [Test]
    public void AFolderIsRefused()
    {
        Directory.CreateDirectory(Target);

        Refused().Problem.ShouldStartWith("cannot be read: ");
    }

    [Test]
    public void EveryTruncationOfABaselineIsRefused()
    {
        string whole = BaselineText.Of(SomeBaseline.Of(SomeBaseline.Series("A"), SomeBaseline.Series("B")));
        for (int length = 0; length < whole.TrimEnd().Length; length++)
        {
            File.WriteAllText(Target, whole[..length]);

            Refused().Problem.ShouldBeOneOf("is empty", "ends in the middle: it is truncated");
        }
    }

    [Test]
    public void UnknownFieldsAreIgnored()
    {
        File.WriteAllText(
            Target,
            BaselineText.Of(SomeBaseline.Of(SomeBaseline.Series("A")))
                .Replace("\"environment\"", "\"later\": [1, {}], \"environment\"")
                .Replace("\"cpuModel\"", "\"microcode\": 7, \"cpuModel\""));

        BaselineReader.Read(Target).Series.ShouldHaveSingleItem().Test.ShouldBe("A");
    }

    [Test]
    public void ASeriesIsFoundByTestAndMetric()
    {
        BaselineFile file = SomeBaseline.Of(
            SomeBaseline.Series("A"),
            SomeBaseline.Series("A", "bytes"),
            SomeBaseline.Series("B"));

        file.Find("A", "bytes").ShouldBe(file.Series[1]);
        file.Find("B", "bytes").ShouldBeNull();
        file.Find("a", "time").ShouldBeNull();
    }

    [Test]
    public void ZeroIsFineForWhatIsNoTimeAndNoRate()
    {
        BaselineLaunch launch = BaselineLaunch.Of(iterations: 2, [0, 0]);
        BaselineSeries none = SomeBaseline.Series("A", "bytes", accepted: 0) with { Launches = [launch] };
        File.WriteAllText(Target, BaselineText.Of(SomeBaseline.Of(none)));

        BaselineReader.Read(Target).Find("A", "bytes")!.Accepted.ShouldBe(0);
    }

    [TestCase("{\"analysis\":{\"validation_time\":{\"total_seconds\":12.3}}}")]
    [TestCase("\uFEFF{\"date\": 1, \"analysis\": {\"memory\": null, \"validation_time\": {\"mean\": 1, \"total_seconds\": 12.3}}}")]
    public void TheOriginalShapeIsRead(string text)
    {
        File.WriteAllText(Target, text);

        BaselineFile file = BaselineReader.Read(Target);

        file.IsOriginalShape.ShouldBeTrue();
        file.OriginalTotalSeconds.ShouldBe(12.3);
        file.Machine.ShouldBeNull();
        file.Series.ShouldBeEmpty();
    }

    private PerfFileException Refused() => Should.Throw<PerfFileException>(() => BaselineReader.Read(Target));
}
