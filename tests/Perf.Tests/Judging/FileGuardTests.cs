using NUnit.Framework;
using Perf.Baselines;
using Perf.Controlled;
using Perf.Judging;
using Perf.Tests.Baselines;
using Perf.Tests.Controlled;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

/// <summary>Which launches cannot be compared with the recorded ones.</summary>
[TestFixture]
public sealed class FileGuardTests
{
    private const string WayOut = "run again, or let a duet decide: dotnet perf duet --base 4f3c2a1";

    private static readonly ControlledSamples Good = SomeControlled.Launch() with { MinorPageFaults = 110 };
    private static readonly BaselineSeries Recorded = SomeBaseline.Controlled(
        "A", Good with { MinorPageFaults = 100 }, Good with { MinorPageFaults = 120 }, Good with { MinorPageFaults = null }, Good, Good);

    private static IEnumerable<TestCaseData> Guards =>
    [
        Case(Good.With(sentinel: 1.04), "the processor was 4 % slower than when the baseline was recorded, even at its best: throttled, or shared throughout")
            .SetArgDisplayNames("a slower processor"),
        Case(Good.With(sentinel: 0.94), "the processor was 6 % faster than when the baseline was recorded").SetArgDisplayNames("a faster processor"),
        Case(Good.With(control: 1.45), "the control Mixed took ×1.45 of what it took when the baseline was recorded").SetArgDisplayNames("a slower control"),
        Case(Good.With(control: 0.7), "the control Mixed took ×0.70 of what it took when the baseline was recorded").SetArgDisplayNames("a faster control"),
        Case(
            Good with { Device = SomeDevices.Throttled },
            "Some GPU was throttled for 40 % of the time (power limit): let it cool, or set a clock that it can hold (nvidia-smi --lock-gpu-clocks), and run again")
            .SetArgDisplayNames("a throttled device"),
        Case(Good with { HasHelpers = true }, "the body uses several threads now, and used one when the baseline was recorded").SetArgDisplayNames("threads"),
        Case(Good with { MinorPageFaults = 500 }, "an iteration has 500 page faults, and had 100 to 120 when the baseline was recorded: memory is allocated in another way")
            .SetArgDisplayNames("page faults"),
    ];

    [TestCaseSource(nameof(Guards))]
    public void ALaunchThatCannotBeComparedIsRefusedInWords(ControlledSamples launch, string objection)
    {
        Judgement judgement = Judge([.. Enumerable.Repeat(launch, 5)]);

        judgement.Verdict.ShouldBe(Verdict.Inconclusive);
        judgement.Reason.ShouldBe($"{objection}; {WayOut}");
        (judgement.Launches, judgement.Control!.NotComparable, judgement.Decision).ShouldBe((5, 5, null));
        judgement.Control.Luck.ShouldBeNull();
        judgement.Limit!.Value.ShouldBe(0.0022, 1e-12);
    }

    [TestCaseSource(nameof(Guards))]
    public void ALaterLaunchThatCanBeComparedDecides(ControlledSamples launch, string objection)
    {
        objection.ShouldNotBeEmpty();
        Judgement judgement = Judge(launch, Good);

        judgement.Verdict.ShouldBe(Verdict.Pass);
        (judgement.Launches, judgement.Control!.NotComparable).ShouldBe((2, 1));
        judgement.Ratio!.Value.ShouldBe(1, 1e-5);
    }

    [TestCaseSource(nameof(Guards))]
    public void WhatIsUndecidedTellsHowManyCouldNotBeComparedAndWhy(ControlledSamples launch, string objection)
    {
        ControlledSamples near = Good.WithSamples(body => body with { CpuSeconds = [.. body.CpuSeconds.Select(seconds => 1.1 * seconds)] });

        Judge(near, launch, near, launch, near).Reason.ShouldStartWith(
            $"2 of 5 launches could not be compared with the recorded ones: {objection}; too close to the allowed change to tell after 5 launches (ratio 1.100, ");
    }

    [Test]
    public void RedNeedsTwoLaunchesThatCanBeCompared()
    {
        ControlledSamples slower = Good.WithSamples(body => body with { CpuSeconds = [.. body.CpuSeconds.Select(seconds => 1.3 * seconds)] });

        Judgement judgement = Judge(slower, slower.With(sentinel: 1.1), slower);

        judgement.Verdict.ShouldBe(Verdict.Regressed);
        (judgement.Launches, judgement.Control!.NotComparable).ShouldBe((3, 1));
    }

    [TestCase(1.029, 1)]
    [TestCase(0.971, 1)]
    [TestCase(1, 1.39)]
    [TestCase(1, 0.72)]
    public void WithinTheGuardsALaunchIsCompared(double sentinel, double control) => Objection(Good.With(control, sentinel)).ShouldBeNull();

    [TestCase(1.041, 1)]
    [TestCase(0.959, 1)]
    [TestCase(1, 1.41)]
    [TestCase(1, 0.71)]
    public void BeyondThemItIsNot(double sentinel, double control) => Objection(Good.With(control, sentinel)).ShouldNotBeNull();

    [Test]
    public void ALaunchThatIsSharedPartlyIsComparedByItsQuietPart()
    {
        // The sentinel's floor is a low quantile: a tenth of quiet calls is enough for it.
        double[] sentinel = [.. Enumerable.Range(0, 40).Select(index => index % 10 == 0 ? SomeControlled.Sentinel : 2 * SomeControlled.Sentinel)];

        Objection(Good with { Cpu = Good.Cpu with { SentinelBefore = sentinel, SentinelAfter = sentinel } }).ShouldBeNull();
    }

    [Test]
    public void OneThreadInThePlaceOfSeveralIsNamed() => FileGuard.Objection(
            SomeBaseline.Controlled("A", SomeControlled.Launch() with { HasHelpers = true }), Good, inWall: false)
        .ShouldBe("the body uses one thread now, and used several when the baseline was recorded");

    [Test]
    public void WhatARecordedProcessHadTooIsNoOtherNumberOfThreads() => FileGuard.Objection(
            SomeBaseline.Controlled("A", SomeControlled.Launch(), SomeControlled.Launch() with { HasHelpers = true }), Good, inWall: false)
        .ShouldBeNull();

    // 80 … 144 are as many as were recorded, a fifth either way; 40 more are 1 % of 2 ms.
    [TestCase(183, false)]
    [TestCase(185, true)]
    [TestCase(41, false)]
    [TestCase(39, true)]
    public void FaultsCountWhereTheyAreAFifthOutsideOfWhatWasRecordedAndAHundredthOfACall(double faults, bool isRefused) =>
        (Objection(Good with { MinorPageFaults = faults }) is not null).ShouldBe(isRefused);

    [Test]
    public void UnknownFaultsAreNoReason()
    {
        Objection(Good with { MinorPageFaults = null }).ShouldBeNull();
        FileGuard.Objection(SomeBaseline.Controlled("A"), Good with { MinorPageFaults = 1e6 }, inWall: false).ShouldBeNull();
    }

    [Test]
    public void TheClockThatCountsIsGuarded()
    {
        ControlledSamples throttled = Good with { Wall = Good.With(sentinel: 1.2).Wall };

        Objection(throttled).ShouldBeNull();
        FileGuard.Objection(Recorded, throttled, inWall: true).ShouldNotBeNull();
        FileGuard.SentinelRatio(Recorded, throttled, inWall: true).ShouldBe(1.2, 1e-9);
    }

    private static TestCaseData Case(ControlledSamples launch, string objection) => new(launch, objection);

    private static string? Objection(ControlledSamples samples) => FileGuard.Objection(Recorded, samples, inWall: false);

    private static Judgement Judge(params ControlledSamples[] launches) => new Judge(new FakeClock(), 60)
        .Decide([SomeObjectives.TimeRegression], new AgainstFile(new ScriptedLaunches(launches), _ => SomeBaseline.Limit(Recorded)))
        .ShouldHaveSingleItem();
}
