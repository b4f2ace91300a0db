using System.Text.Json;
using NUnit.Framework;
using Perf.Duets;
using Perf.Files;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Measurement.Probes;
using Perf.Runs;
using Perf.Statistics;
using Perf.Tests.Duets;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Runs;

[TestFixture]
public sealed class RunDocumentTests
{
    private static readonly LaunchSamples Everything = SomeSamples.Lasting(0.5, 0.25) with
    {
        CallsPerSample = 3,
        Instruments = [new InstrumentSamples("receipts.score{split=test}", "1", false, [0.5, double.NaN], [0.5])],
        Hits = new HitCount(3, 4),
        Memory = new MemoryReading(1, MemoryProbe.CgroupScope, 2, 3, 4),
        DeviceMemory = new DeviceMemoryReading("device", 5, 6, null),
        DeviceMemoryMissing = "why",
        Collections = new CollectionCounts(3, 2, 1, 0.0125),
        MinorPageFaults = 17.5,
    };

    [Test]
    public void TheDocumentSaysWhatTheRunWas()
    {
        JsonElement root = Json(SomeRun.Of(SomeRun.Record("Test", SomeRun.Slower)));

        root.GetProperty("schemaVersion").GetInt32().ShouldBe(1);
        root.GetProperty("environment").GetString().ShouldBe("cpu");
        root.GetProperty("commit").GetString().ShouldBe("4f3c2a1");
        root.GetProperty("strict").GetBoolean().ShouldBeTrue();
        root.GetProperty("startedAt").GetDateTimeOffset()
            .ShouldBe(new DateTimeOffset(2026, 11, 23, 23, 30, 0, TimeSpan.Zero));
        root.GetProperty("machine").GetProperty("logicalCores").GetInt32().ShouldBe(2);
    }

    [Test]
    public void AJudgementIsToldWithItsEvidence()
    {
        JsonElement judgement = Json(SomeRun.Of(SomeRun.Record("Test", SomeRun.Slower)))
            .GetProperty("tests")[0].GetProperty("judgements")[0];

        judgement.GetProperty("metric").GetString().ShouldBe("time");
        judgement.GetProperty("unit").GetString().ShouldBe("s");
        judgement.GetProperty("verdict").GetString().ShouldBe("Regressed");
        judgement.GetProperty("attribute").GetString().ShouldBe("[MaxRegression(10)]");
        judgement.GetProperty("current").GetDouble().ShouldBe(0.01418);
        judgement.GetProperty("baseline").GetDouble().ShouldBe(0.01231);
        judgement.GetProperty("allowedPercent").GetDouble().ShouldBe(10);
        judgement.GetProperty("ratio").GetDouble().ShouldBe(1.152, 1e-12);
        judgement.GetProperty("ratioBounds").GetProperty("lower").GetDouble().ShouldBe(1.089, 1e-12);
        judgement.GetProperty("ratioBounds").GetProperty("upper").GetDouble().ShouldBe(1.218, 1e-12);
        judgement.GetProperty("smallestDetectablePercent").GetDouble().ShouldBe(14.2, 1e-9);
        judgement.GetProperty("launches").GetInt32().ShouldBe(2);
        judgement.GetProperty("samples").GetInt64().ShouldBe(96);
        judgement.TryGetProperty("spread", out _).ShouldBeFalse();
    }

    [Test]
    public void HowMuchADuetVariedIsToldAsFarAsItIsKnown()
    {
        JsonElement spread = Json(SomeRun.Of(SomeRun.Record("Test", SomeRun.Slower with { Spread = new DuetSpread(0.038, 0.016, null) })))
            .GetProperty("tests")[0].GetProperty("judgements")[0].GetProperty("spread");

        spread.GetProperty("pairs").GetDouble().ShouldBe(0.038);
        spread.GetProperty("rounds").GetDouble().ShouldBe(0.016);
        spread.TryGetProperty("launches", out _).ShouldBeFalse();
    }

    [Test]
    public void ARegressionIsToldWithTheStagesThatMoved()
    {
        Judgement judgement = SomeRun.Slower with { Stages = [new StageShift("forward", 1.25, 0.0015), new StageShift("load", 0.5, -0.001)] };
        string json = RunDocument.Of(SomeRun.Of(SomeRun.Record("Test", judgement))).ToJson();

        RunDocument.Parse(json, "run.json").Tests[0].Judgements[0].Stages.ShouldBe(judgement.Stages);
        json.ShouldContain("""{"stage":"forward","ratio":1.25,"seconds":0.0015}""");
    }

    [Test]
    public void WhatIsUnknownIsLeftOut()
    {
        JsonElement judgement = Json(SomeRun.Of(SomeRun.Record("Test", SomeRun.Unknown)))
            .GetProperty("tests")[0].GetProperty("judgements")[0];

        string[] absent = ["current", "limit", "baseline", "ratio", "ratioBounds", "threshold"];
        absent.Where(name => judgement.TryGetProperty(name, out _)).ShouldBeEmpty();
    }

    [Test]
    public void ADocumentReadAgainSaysTheSame()
    {
        TestRecord test = SomeRun.Record("Test|<\"\\\n\u0001é", SomeRun.Slower, SomeRun.Kept, SomeRun.Unknown);
        string json = RunDocument.Of(SomeRun.Of(
            test with { Launches = [Everything], Duets = [DuetFigures.Pairs([1, 1], [1, 1])] }, SomeRun.Record("Failed") with { Error = "why" })).ToJson();

        RunDocument read = JsonSerializer.Deserialize(json, RunJsonContext.Default.RunDocument)!;

        read.ToJson().ShouldBe(json);
        read.Tests[0].Test.MethodName.ShouldBe("Test|<\"\\\n\u0001é");
        read.Tests[0].Judgements[1].RatioBounds.ShouldBe(new Bounds(0.4, 0.6));
        read.Tests[1].Error.ShouldBe("why");
    }

    [Test]
    public void ALaunchBesideABaseBuildIsToldWithItsWarmUpAndWhatItSays()
    {
        DuetSamples duet = DuetFigures.Pairs([1, 2, 1, 2], [1.1, 2.2, 1.1, 2.2]) with { Restarts = 1, NeedsWall = true };

        JsonElement told = Json(SomeRun.Of(SomeRun.Record("Test", SomeRun.Slower) with { Duets = [duet] }))
            .GetProperty("tests")[0].GetProperty("duets")[0];

        told.GetProperty("pairs").GetInt32().ShouldBe(4);
        told.GetProperty("pairsPerRound").GetInt32().ShouldBe(2);
        told.GetProperty("restarts").GetInt32().ShouldBe(1);
        told.GetProperty("needsWall").GetBoolean().ShouldBeTrue();
        told.GetProperty("warmUp").GetProperty("seconds").GetDouble().ShouldBe(0.75);
        told.GetProperty("warmUp").GetProperty("settled").GetBoolean().ShouldBeTrue();
        told.GetProperty("measuredSeconds").GetDouble().ShouldBe(0.5);
        told.GetProperty("timeRatio").GetDouble().ShouldBe(1.1, 1e-12);
        told.GetProperty("timeStandardError").GetDouble().ShouldBe(0.004);
    }

    [Test]
    public void ALaunchOfABodyThatTheClockDoesNotSeeHasNoRatio()
    {
        JsonElement told = Json(SomeRun.Of(SomeRun.Record("Test") with { Duets = [DuetFigures.Pairs([0, 0], [0, 0])] }))
            .GetProperty("tests")[0].GetProperty("duets")[0];

        told.TryGetProperty("timeRatio", out _).ShouldBeFalse();
        told.TryGetProperty("timeStandardError", out _).ShouldBeFalse();
    }

    [Test]
    public void SamplesReadAgainAreTheSame()
    {
        string json = JsonSerializer.Serialize(Everything, RunJsonContext.Default.LaunchSamples);

        LaunchSamples read = JsonSerializer.Deserialize(json, RunJsonContext.Default.LaunchSamples)!;

        read.CallsPerSample.ShouldBe(3);
        read.WallSeconds.ShouldBe([0.5, 0.25]);
        read.WarmUp.ShouldBe(Everything.WarmUp);
        read.Hits.ShouldBe(new HitCount(3, 4));
        read.Memory.ShouldBe(Everything.Memory);
        read.DeviceMemory.ShouldBe(Everything.DeviceMemory);
        read.Collections.ShouldBe(Everything.Collections);
        read.MinorPageFaults.ShouldBe(17.5);
        read.Instruments[0].Selector.ShouldBe("receipts.score{split=test}");
    }

    [Test]
    public void NoNumberStaysNoNumberInValidJson()
    {
        string json = JsonSerializer.Serialize(Everything, RunJsonContext.Default.LaunchSamples);

        json.ShouldContain("[0.5,\"NaN\"]");
        JsonSerializer.Deserialize(json, RunJsonContext.Default.LaunchSamples)!
            .Instruments[0].PerIteration.ShouldBe([0.5, double.NaN]);
    }

    [Test]
    public void ARunWithoutTestsIsADocumentToo() =>
        Json(SomeRun.Of()).GetProperty("tests").GetArrayLength().ShouldBe(0);

    private static JsonElement Json(Run run)
    {
        using JsonDocument document = JsonDocument.Parse(RunDocument.Of(run).ToJson());
        return document.RootElement.Clone();
    }

    [TestCase("""{"schemaVersion":1}""", "run.json:1: is no record of a run")]
    [TestCase("null", "run.json: is no record of a run: the file says null; run the tests anew")]
    [TestCase("""{"schemaVersion":1,"tests":[""", "run.json:1: is no record of a run")]
    public void WhatIsNoRecordSaysSo(string json, string message) =>
        Should.Throw<PerfFileException>(() => RunDocument.Parse(json, "run.json")).Message.ShouldStartWith(message);

    [TestCase("tests", "null", "run.json:1:")]
    [TestCase("judgements", "null", "run.json:1:")]
    [TestCase("judgements", "{}", "run.json:1: is no record of a run: tests[0].judgements[0] lacks 'metric', ")]
    [TestCase("judgements", "\"none\"", "run.json:1: is no record of a run: the value of tests[0].judgements[0] is of the wrong kind; run the tests anew")]
    public void WhatAListMayNotHoldSaysSo(string list, string element, string message)
    {
        string json = RunDocument.Of(SomeRun.Of(SomeRun.Record("Test", SomeRun.Kept))).ToJson()
            .Replace($"\"{list}\":[", $"\"{list}\":[{element},", StringComparison.Ordinal);

        string said = Should.Throw<PerfFileException>(() => RunDocument.Parse(json, "run.json")).Message;

        said.ShouldStartWith(message);
        said.ShouldContain(element == "null" ? "an element of a list is null" : "");
    }

    [TestCase("Broken")]
    [TestCase("3")]
    public void AVerdictThatThereIsNotIsRefused(string verdict)
    {
        string json = RunDocument.Of(SomeRun.Of(SomeRun.Record("Test", SomeRun.Kept))).ToJson().Replace("\"verdict\":\"Pass\"", $"\"verdict\":\"{verdict}\"", StringComparison.Ordinal);

        Should.Throw<PerfFileException>(() => RunDocument.Parse(json, "run.json")).Message.ShouldBe($"run.json: is no record of a run: '{verdict}' is no verdict; run the tests anew");
        Should.Throw<PerfFileException>(() => MergedDocument.Parse($$"""{"schemaVersion":1,"runs":[{{json}}]}""", "runs.json"))
            .Message.ShouldBe($"runs.json: holds no merged runs: '{verdict}' is no verdict; merge them anew");
    }

    [Test]
    public void ARecordOfALaterSchemaIsRefused() => Should
        .Throw<PerfFileException>(() => RunDocument.Parse((RunDocument.Of(SomeRun.Of()) with { SchemaVersion = 2 }).ToJson(), "run.json"))
        .Message.ShouldBe("run.json: is of schema 2, and this version reads 1; use the version of Perf that wrote it, or a later one");

    [Test]
    public void ARatioToTheLimitIsMadeOfThatToTheBaseline()
    {
        JudgementDocument slower = JudgementDocument.Of(SomeRun.Slower);

        slower.RatioToLimit!.Value.ShouldBe(SomeRun.Slower.Decision!.Value.Ratio, 1e-12);
        slower.RatioToLimitBounds!.Value.Upper.ShouldBe(SomeRun.Slower.Decision.Value.RatioBounds.Upper, 1e-12);
        (slower with { Better = Perf.Thresholds.Direction.HigherIsBetter, AllowedPercent = 20, Ratio = 1.25 }).RatioToLimit!.Value.ShouldBe(1, 1e-12);
        JudgementDocument.Of(SomeRun.Kept).RatioToLimit.ShouldBe(0.5);
    }

    [TestCase("Pass, improved", Verdict.Pass)]
    [TestCase("Inconclusive: suspected", Verdict.Inconclusive)]
    [TestCase("Regressed", Verdict.Regressed)]
    public void TheVerdictAloneIsKnownByItsFirstWord(string words, Verdict kind) =>
        (JudgementDocument.Of(SomeRun.Kept) with { Verdict = words }).Kind.ShouldBe(kind);
}
