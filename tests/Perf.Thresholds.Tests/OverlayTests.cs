namespace Perf.Thresholds.Tests;

public sealed class OverlayTests
{
    [TestCase("training: { max_time_seconds: 1 }", "overlays a section that the file has not")]
    [TestCase("validaton: { max_time_seconds: 1 }", "did you mean validation?")]
    [TestCase("validation: { max_forward_seconds: 1 }", "overlays a key that the file has not")]
    [TestCase("policy: { inconclusive: fail }", "overlays a section that the file has not")]
    public void AnOverlayOfNothingIsAProblem(string overlay, string message)
    {
        ThresholdsFile file = Reading.Of(
            $"validation:\n  max_time_seconds: 300\nenvironments:\n  cpu:\n    {overlay}\n");

        ThresholdProblem problem = file.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(ThresholdProblemKind.UnknownInBase);
        problem.Range.Line.ShouldBe(5);
        problem.Message.ShouldContain(message);
        file.Thresholds.ShouldHaveSingleItem().Environment.ShouldBeNull();
    }

    [Test]
    public void AWrongNumberOfTheFileIsNoProblemOfItsOverlayToo()
    {
        ThresholdsFile file = Reading.Of(
            "a:\n  max_time_seconds: -1\nenvironments: { cpu: { a: { max_time_seconds: 2 } } }\n");
        file.Problems.ShouldHaveSingleItem().Range.Line.ShouldBe(2);
        file.Thresholds.ShouldHaveSingleItem().Environment.ShouldBe("cpu");
    }

    [Test]
    public void AWrongNumberOfAnOverlayIsNamedWithItsEnvironment()
    {
        ThresholdsFile file = Reading.Of(
            "a: { max_time_seconds: 1 }\nenvironments: { cpu: { a: { max_time_seconds: fast } } }\n");
        file.Problems.ShouldHaveSingleItem().Message.ShouldStartWith("environments.cpu.a.max_time_seconds is 'fast'");
        file.Find("max_time_seconds", "a", "cpu").Threshold!.Value.ShouldBe(1);
    }

    [Test]
    public void AMisspeltKeyOfAnOverlayIsOneProblem()
    {
        ThresholdProblem problem = Reading.TheProblemOf(
            "a: { max_time_seconds: 1 }\nenvironments: { cpu: { a: { max_time_sconds: 1 } } }\n");
        problem.Message.ShouldContain("max_time_seconds");
    }

    [Test]
    public void EnvironmentsKeepTheOrderOfTheFile() =>
        Reading.Of("environments: { gpu: , cpu: { }, apple: ~ }\n").Environments.ShouldBe(["gpu", "cpu", "apple"]);

    [Test]
    public void AnEnvironmentThatStandsTwiceHasNoOverlays()
    {
        ThresholdsFile file = Reading.Of(
            """
            a: { max_time_seconds: 1 }
            environments:
              cpu: { a: { max_time_seconds: 2 } }
              cpu: { a: { max_time_seconds: 3 } }
            """);
        file.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ThresholdProblemKind.Duplicate);
        file.Find("max_time_seconds", "a", "cpu").Threshold!.Value.ShouldBe(1);
    }
}
