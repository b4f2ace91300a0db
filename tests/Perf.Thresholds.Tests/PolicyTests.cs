namespace Perf.Thresholds.Tests;

public sealed class PolicyTests
{
    [TestCase("", PolicyAction.Warn, PolicyAction.Fail)]
    [TestCase("policy: { inconclusive: fail }", PolicyAction.Fail, PolicyAction.Fail)]
    [TestCase("policy: { missing_baseline: warn }", PolicyAction.Warn, PolicyAction.Warn)]
    [TestCase("policy:\n  inconclusive: 'fail'\n  missing_baseline: \"warn\"", PolicyAction.Fail, PolicyAction.Warn)]
    public void ThePolicyIsThatOfTheFileOrTheDefault(
        string text, PolicyAction inconclusive, PolicyAction missingBaseline)
    {
        ThresholdsFile file = Reading.Of(text);
        file.Problems.ShouldBeEmpty();
        file.Policy.ShouldBe(new Policy(inconclusive, missingBaseline));
        file.Sections.ShouldBeEmpty();
    }

    [TestCase("inconclusive: Fail", ThresholdProblemKind.WrongType, "write warn or fail")]
    [TestCase("inconclusive: [fail]", ThresholdProblemKind.WrongType, "write warn or fail")]
    [TestCase("inconclusive:", ThresholdProblemKind.WrongType, "write warn or fail")]
    [TestCase("inconclusiv: fail", ThresholdProblemKind.UnknownKey, "did you mean inconclusive?")]
    [TestCase("colour: fail", ThresholdProblemKind.UnknownKey, "write inconclusive or missing_baseline")]
    [TestCase("inconclusive: fail\n  inconclusive: fail", ThresholdProblemKind.Duplicate, "neither counts")]
    public void AWrongPolicyLeavesTheDefault(string entry, ThresholdProblemKind kind, string message)
    {
        ThresholdsFile file = Reading.Of($"policy:\n  {entry}\n");
        ThresholdProblem problem = file.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(kind);
        problem.Message.ShouldContain(message);
        file.Policy.ShouldBe(Policy.Default);
    }
}
