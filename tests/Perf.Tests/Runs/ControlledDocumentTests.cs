using System.Text.Json.Nodes;
using NUnit.Framework;
using Perf.Controlled;
using Perf.Judging;
using Perf.Measurement;
using Perf.Runs;
using Perf.Tests.Controlled;
using Shouldly;

namespace Perf.Tests.Runs;

[TestFixture]
public sealed class ControlledDocumentTests
{
    private static readonly ControlEvidence Evidence = new("Mixed", 1.02, 0.99, 0.25, 0.014, 1);

    private static readonly ControlledSamples Launch = SomeControlled.Samples([0.002, 0.003, 0.004])
        .WithSamples(body => body with { CallsPerSample = 4, WallSeconds = [0.005, 0.006, 0.007] }) with
    {
        NeedsWall = true,
        MinorPageFaults = 17.5,
        Load = 2.25,
    };

    [Test]
    public void ALaunchBesideAControlIsToldInBothClocks()
    {
        ControlledDocument document = ControlledDocument.Of(Launch with { Wall = Launch.With(control: 2, sentinel: 3).Wall });

        document.Control.ShouldBe("Mixed v1");
        (document.Samples, document.CallsPerSample, document.NeedsWall, document.HasHelpers).ShouldBe((3, 4, true, false));
        ControlledDocument.Of(Launch with { NeedsWall = false, HasHelpers = true }).HasHelpers.ShouldBeTrue();
        document.Cpu.ShouldBe(new ControlledTimes(0.003, SomeControlled.Control, SomeControlled.Sentinel));
        document.Wall.BodySeconds.ShouldBe(0.006);
        document.Wall.ControlSeconds.ShouldBe(2 * SomeControlled.Control, 1e-12);
        document.Wall.SentinelFloorSeconds.ShouldBe(3 * SomeControlled.Sentinel, 1e-12);
        (document.MinorPageFaults, document.Load, document.MeasuredSeconds).ShouldBe((17.5, 2.25, 2));
        document.WarmUp.ShouldBe(new WarmUpReport(60, 0.75, true));
    }

    [Test]
    public void WhatSomebodyDisturbedIsMarkedInTheTimesOfTheBody()
    {
        double[] times = [.. Enumerable.Repeat(0.002, 30)];
        ControlledSamples quiet = SomeControlled.Samples(times);
        ControlledSamples disturbed = quiet with { Cpu = quiet.Cpu with { SentinelAfter = [.. quiet.Cpu.SentinelAfter.Select((time, place) => place == 7 ? 2 * time : time)] } };

        ControlledDocument document = ControlledDocument.Of(disturbed);

        document.Body.Seconds.ShouldBe(times);
        document.Body.SetAside.ShouldBe([7]);
        document.Around.Seconds.ShouldAllBe(time => Math.Abs(time - SomeControlled.Control) < 1e-12);
        ControlledDocument.Of(disturbed with { HasHelpers = true }).Body.SetAside.ShouldBeEmpty("the sentinel sees its own core only");
    }

    [Test]
    public void ARecordReadAgainSaysTheSame()
    {
        TestRecord test = SomeRun.Record("Test", SomeRun.Slower with { Control = Evidence }, SomeRun.Kept) with { Controlled = [Launch, Launch] };
        string json = RunDocument.Of(SomeRun.Of(test)).ToJson();

        TestDocument read = RunDocument.Parse(json, "run.json").Tests[0];

        read.Controlled.Count.ShouldBe(2);
        read.Judgements.Select(judgement => judgement.Control).ShouldBe([Evidence, null]);
        RunDocument.Parse(json, "run.json").ToJson().ShouldBe(json);
    }

    [Test]
    public void FieldsHaveTheNamesOfTheirDescription()
    {
        TestRecord test = SomeRun.Record("Test", SomeRun.Slower with { Control = Evidence }) with { Controlled = [Launch] };
        JsonNode root = JsonNode.Parse(RunDocument.Of(SomeRun.Of(test)).ToJson())!["tests"]![0]!;

        root["judgements"]![0]!["control"]!.ToJsonString().ShouldBe(
            """{"control":"Mixed","controlRatio":1.02,"sentinelRatio":0.99,"disturbed":0.25,"luck":0.014,"notComparable":1}""");
        root["controlled"]![0]!.AsObject().Select(field => field.Key).ShouldBe(
            ["control", "samples", "callsPerSample", "needsWall", "hasHelpers", "cpu", "wall", "warmUp", "measuredSeconds", "minorPageFaults", "load", "body", "around"]);
        root["controlled"]![0]!["cpu"]!.ToJsonString().ShouldBe("""{"bodySeconds":0.003,"controlSeconds":0.0003,"sentinelFloorSeconds":0.0001}""");
    }

    [Test]
    public void WhatIsUnknownIsLeftOut()
    {
        TestRecord test = SomeRun.Record("Test", SomeRun.Slower with { Control = Evidence with { Luck = null } }) with
        {
            Controlled = [Launch with { MinorPageFaults = null, Load = null }],
        };
        JsonNode root = JsonNode.Parse(RunDocument.Of(SomeRun.Of(test)).ToJson())!["tests"]![0]!;

        root["controlled"]![0]!.AsObject().ContainsKey("minorPageFaults").ShouldBeFalse();
        root["controlled"]![0]!.AsObject().ContainsKey("load").ShouldBeFalse();
        root["judgements"]![0]!["control"]!.AsObject().ContainsKey("luck").ShouldBeFalse();
        RunDocument.Parse(RunDocument.Of(SomeRun.Of(test)).ToJson(), "run.json").Tests[0].Judgements[0].Control!.Luck.ShouldBeNull();
    }

    [Test]
    public void ARecordFromBeforeThereWereControlsIsRead()
    {
        JsonNode root = JsonNode.Parse(RunDocument.Of(SomeRun.Of(SomeRun.Record("Test", SomeRun.Slower))).ToJson())!;
        JsonObject test = root["tests"]![0]!.AsObject();
        string[] ofTest = ["controlled", "duets"];
        ofTest.ShouldAllBe(name => test.Remove(name));
        test["judgements"]![0]!.AsObject().Remove("stages").ShouldBeTrue();
        test["launches"]![0]!.AsObject().Remove("instruments").ShouldBeTrue();

        TestDocument read = RunDocument.Parse(root.ToJsonString(), "run.json").Tests[0];

        read.Controlled.ShouldBeEmpty();
        read.Duets.ShouldBeEmpty();
        read.Judgements[0].Stages.ShouldBeEmpty();
        read.Launches[0].Instruments.ShouldBeEmpty();
    }
}
