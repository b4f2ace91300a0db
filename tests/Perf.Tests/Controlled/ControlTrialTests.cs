using NUnit.Framework;
using Perf.Controlled;
using Perf.Measurement.Controls;
using Perf.Tests.Measurement;
using Shouldly;

namespace Perf.Tests.Controlled;

/// <summary>Which control a recording chooses.</summary>
[TestFixture]
public sealed class ControlTrialTests
{
    private SimulatedSubject _subject = null!;

    [SetUp]
    public void StartAnew() => _subject = new SimulatedSubject(new FakeClock(), new Random(7)) { CallNoise = 0.005 };

    [Test]
    public void TheOneThatFollowsTheBodyBestIsChosen()
    {
        ControlledSamples samples = Launch(own: null, _subject.Control(noise: 0.05), _subject.Control("Gemm", noise: 0.01), _subject.Control("Tree", noise: 0.03));

        samples.Control.ShouldBe(new ControlName("Gemm", 1));
        samples.Tried.Select(tried => tried.Control.Name).ShouldBe(["Gemm", "Tree", "Mixed"]);

        // Before and after a call in equal parts: √(0.005² + 0.05²/2).
        samples.Tried[2].Deviation.ShouldBe(0.0357, 0.008);
        samples.Tried.ShouldAllBe(tried => !tried.IsOwn);
    }

    [Test]
    public void TheSamplesOfTheTrialAreNoneOfTheLaunch()
    {
        ControlledSamples samples = Launch(own: null, _subject.Control("Gemm", seconds: 0.001, noise: 0.05), _subject.Control());

        samples.Control.Name.ShouldBe("Mixed");
        samples.Wall.ControlBefore.Concat(samples.Wall.ControlAfter).ShouldAllBe(seconds => seconds < 0.0005);
        samples.MeasuredSeconds.ShouldBeInRange(2.1, 2.13);
    }

    [Test]
    public void OnlyTheChosenOneIsRunBesideTheSamples()
    {
        Launch(own: null, _subject.Control(noise: 0.05), _subject.Control("Gemm", noise: 0.01));

        new string([.. _subject.Calls.TakeLast(500)]).ShouldNotContain("M");
    }

    [Test]
    public void EachControlIsTriedThreeTimesByTurns()
    {
        Launch(own: null, _subject.Control(), _subject.Control("Gemm"), _subject.Control("Tree"));

        string controls = string.Concat(_subject.Calls.Where(char.IsUpper));
        string turns = string.Concat(controls.Where((control, index) => index == 0 || controls[index - 1] != control));

        // The warm-up is beside the first, the launch beside the chosen one.
        turns.ShouldStartWith("MGTMGTMGT");
    }

    [Test]
    public void TheUsersOwnIsChosenWhateverTheOthersDo()
    {
        IControl own = _subject.Control("Own", noise: 0.2);

        ControlledSamples samples = Launch(own, own, _subject.Control(), _subject.Control("Gemm"));

        samples.Control.Name.ShouldBe("Own");
        samples.Tried[0].IsOwn.ShouldBeTrue();
        samples.Tried[0].Deviation.ShouldBeGreaterThan(samples.Tried[1].Deviation);
        samples.Tried.Skip(1).ShouldAllBe(tried => !tried.IsOwn);
    }

    [TestCase(0.81, "Mixed")]
    [TestCase(0.79, "Stream")]
    public void StreamIsChosenOnlyWhereItIsClearlyBetter(double deviationOfStream, string expected)
    {
        SimulatedSubject subject = new(new FakeClock(), new Random(7));

        ControlledSamples samples = subject.Launch([Spread(subject, "Mixed", 0.02), Spread(subject, "Stream", 0.02 * deviationOfStream)], own: null);

        samples.Control.Name.ShouldBe(expected);
        samples.Tried.Single(tried => tried.Control.Name == "Stream").Deviation.ShouldBe(1.4826 * 0.02 * deviationOfStream, 1e-4);
        samples.Tried.Single(tried => tried.Control.Name == "Mixed").Deviation.ShouldBe(1.4826 * 0.02, 1e-4);
    }

    [Test]
    public void AControlThatTheClockDoesNotSeeFollowsNothing()
    {
        ControlledSamples samples = Launch(own: null, _subject.Control("Gemm", seconds: 0), _subject.Control(noise: 0.05));

        samples.Control.Name.ShouldBe("Mixed");
        samples.Tried[1].Deviation.ShouldBe(double.NaN);
    }

    [Test]
    public void LongCallsAreTriedFourTimesATurn()
    {
        SimulatedSubject subject = new(new FakeClock(), new Random(7)) { Seconds = 0.5 };
        IControl[] controls = [subject.Control(), subject.Control("Gemm")];

        subject.Launch(controls, own: null);

        // The first turn of the second: two untimed samples and four more, a control on either side of each.
        string calls = string.Concat(subject.Calls.Where(call => call is 'M' or 'G'));
        calls[calls.IndexOf('G', StringComparison.Ordinal)..].TakeWhile(call => call == 'G').Count().ShouldBe(2 * (2 + 4));
    }

    // The median of |−2|, |−1|, 0, 1, 2 is 1: both runs around a call take the same.
    private static IControl Spread(SimulatedSubject subject, string name, double deviation)
    {
        int run = 0;
        return subject.Control(name, () => 0.0003 * Math.Exp(deviation * ((run++ / 2 % 5) - 2)));
    }

    private ControlledSamples Launch(IControl? own, params IControl[] controls) => _subject.Launch(controls, own);
}
