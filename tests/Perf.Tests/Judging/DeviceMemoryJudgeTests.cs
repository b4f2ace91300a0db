using NUnit.Framework;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Tests.Objectives;
using Shouldly;

namespace Perf.Tests.Judging;

/// <summary>Limits of 80 % and of 4 GiB, on a device of 10 GiB.</summary>
[TestFixture]
public sealed class DeviceMemoryJudgeTests
{
    private const long Gibibyte = 1L << 30;

    private static readonly LaunchSamples Samples = SomeSamples.Lasting(0.1, 0.1, 0.1);

    [TestCase(9, 9, Verdict.Regressed, 90)]
    [TestCase(9, 8, Verdict.Pass, 80)]
    [TestCase(9, 1, Verdict.Pass, 10)]
    public void WhatTheDriverSaysIsThisProcesssDecidesAtOnceWhateverOthersUse(long used, long own, Verdict expected, double percent)
    {
        Judgement judgement = Tell(SomeObjectives.DeviceShare, Device(used, own, before: 5));

        (judgement.Verdict, judgement.IsSuspected).ShouldBe((expected, false));
        judgement.Current!.Value.ShouldBe(percent, 1e-9);
        judgement.Reason.ShouldBe($"device: {used} GiB of 10 GiB used, {own} GiB by this process");
    }

    [Test]
    public void WhereItSaysNothingWhatWasUsedBeforeIsSubtracted()
    {
        Judgement judgement = Tell(SomeObjectives.DeviceGigabytes, Device(used: 9, own: null, before: 6));

        (judgement.Verdict, judgement.IsSuspected).ShouldBe((Verdict.Pass, false));
        judgement.Current!.Value.ShouldBe(3, 1e-9);
        judgement.Reason.ShouldBe("device: 9 GiB of 10 GiB used, 3 GiB of them since this process began; the driver does not tell its share");
    }

    [Test]
    public void TooMuchSinceThisProcessBeganIsSuspectedAndRedWhenAnotherSeesItToo()
    {
        Judgement suspected = Tell(SomeObjectives.DeviceGigabytes, Device(used: 9, own: null, before: 4));
        Judgement again = Tell(SomeObjectives.DeviceGigabytes, Device(used: 10, own: null, before: 5));

        (suspected.Verdict, suspected.IsSuspected).ShouldBe((Verdict.Inconclusive, true));
        Judgement red = ExactJudge.Confirm(suspected, again);
        (red.Verdict, red.IsSuspected, red.Launches).ShouldBe((Verdict.Regressed, false, 2));
        red.Current!.Value.ShouldBe(5, 1e-9);
    }

    [Test]
    public void WhatAnotherProcessDoesNotSeeIsTheNeighbours()
    {
        Judgement suspected = Tell(SomeObjectives.DeviceGigabytes, Device(used: 9, own: null, before: 4));
        Judgement other = Tell(SomeObjectives.DeviceGigabytes, Device(used: 6, own: null, before: 4));

        Judgement judgement = ExactJudge.Confirm(suspected, other);

        (judgement.Verdict, judgement.IsSuspected).ShouldBe((Verdict.Inconclusive, false));
        judgement.Reason.ShouldEndWith("a fresh process that ran this test alone did not see it again: other programs came and went, or tests before this one have left it taken");
    }

    [Test]
    public void WhatAnotherProcessCannotTellIsNotSaidToBeTheNeighbours()
    {
        Judgement suspected = Tell(SomeObjectives.DeviceGigabytes, Device(used: 9, own: null, before: 4));
        Judgement other = Tell(SomeObjectives.DeviceGigabytes, Samples with { DeviceMemoryMissing = "GPU is lost" });

        Judgement judgement = ExactJudge.Confirm(suspected, other);

        (judgement.Verdict, judgement.IsSuspected).ShouldBe((Verdict.Inconclusive, false));
        judgement.Reason.ShouldEndWith("another process could not tell: device memory is not available: GPU is lost");
    }

    [Test]
    public void AnotherProcessThatIsToldItsShareConfirmsWithIt()
    {
        Judgement suspected = Tell(SomeObjectives.DeviceGigabytes, Device(used: 9, own: null, before: 4));
        Judgement other = Tell(SomeObjectives.DeviceGigabytes, Device(used: 9, own: 6, before: 4));

        ExactJudge.Confirm(suspected, other).Verdict.ShouldBe(Verdict.Regressed);
    }

    [TestCase(4, Verdict.Inconclusive)]
    [TestCase(5, Verdict.Regressed)]
    public void WhatWasNotSeenWholeMayBeTooMuchAndIsNeverLittleEnough(long own, Verdict expected)
    {
        Judgement judgement = Tell(
            SomeObjectives.DeviceGigabytes, Device(used: 9, own, before: 1) with { DeviceMemoryMissing = "GPU is lost" });

        judgement.Verdict.ShouldBe(expected);
        judgement.Reason.Contains("not all of it was seen: GPU is lost").ShouldBe(expected == Verdict.Inconclusive);
    }

    [TestCase(9, Verdict.Inconclusive)]
    [TestCase(8, Verdict.Pass)]
    public void WhereNobodyLookedBeforeAllThatIsUsedCanPassAndNeverIsRed(long used, Verdict expected)
    {
        Judgement judgement = Tell(SomeObjectives.DeviceShare, Device(used, own: null, before: null));

        (judgement.Verdict, judgement.IsSuspected).ShouldBe((expected, false));
        judgement.Reason.ShouldEndWith("the driver does not tell this process's share: stop other programs and run again");
    }

    [TestCase(5, Verdict.Regressed)]
    [TestCase(4, Verdict.Pass)]
    public void AnAmountIsToldInGibibytes(long own, Verdict expected)
    {
        Judgement judgement = Tell(SomeObjectives.DeviceGigabytes, Device(used: 6, own, before: 1));

        judgement.Verdict.ShouldBe(expected);
        judgement.Current!.Value.ShouldBe(own, 1e-9);
    }

    [Test]
    public void AnAbsentDeviceIsNeverRed()
    {
        Judgement judgement =
            Tell(SomeObjectives.DeviceShare, Samples with { DeviceMemoryMissing = "there is no such device" });

        (judgement.Verdict, judgement.IsExempt, judgement.LacksDevice).ShouldBe((Verdict.NotComparable, true, true));
        judgement.Reason.ShouldBe("device memory is not available: there is no such device");
        judgement.VerdictInWords.ShouldBe("NotComparable: no device");
        judgement.Current.ShouldBeNull();
    }

    private static Judgement Tell(Objective objective, LaunchSamples samples) =>
        ExactJudge.Tell(objective, new Target.Limit(objective.Bound.Value), samples);

    private static LaunchSamples Device(long used, long? own, long? before) => Samples with
    {
        DeviceMemory = new DeviceMemoryReading("device", used * Gibibyte, 10 * Gibibyte, own * Gibibyte) { BeforeBytes = before * Gibibyte },
    };
}
