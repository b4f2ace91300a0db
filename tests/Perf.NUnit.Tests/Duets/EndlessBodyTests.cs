using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>Bodies that never return, and what comes after them.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class EndlessBodyTests
{
    // A copy of its own: its processes are told by their folder from those of the tests beside it.
    private static readonly Lazy<string> Head = new(() => DuetBuilds.Copy(DuetBuilds.Head));

    private static readonly Lazy<DuetRun> Endless = new(() => DuetRun.Of(
        Path.Combine(Head.Value, $"{DuetBuilds.Assembly}.dll"), DuetBuilds.Base, "FullyQualifiedName~EndlessFixture", [("PERF_BUDGET", "8")]));

    [Test]
    public void ABodyThatSpinsForEverIsGivenUpAndTheProcessEnds()
    {
        TrxResult result = Endless.Value.Test("Spins(\"base\")");

        result.Message.ShouldStartWith(
            "given up: the base build's body of Perf.DuetData.EndlessFixture.Spins(\"base\") did not return in 4 s");
        result.Message.ShouldContain("Allocated bytes exceeds its limit");
    }

    [Test]
    public void ABodyThatSleepsForEverIsGivenUpInAWorkerToo()
    {
        TrxResult result = Endless.Value.Test("ThenSleeps(\"head\")");

        result.Message.ShouldContain(
            "given up: the head build's body of Perf.DuetData.EndlessFixture.ThenSleeps(\"head\") did not return in 4 s");
        result.Message.ShouldContain("Allocated bytes exceeds its limit");
    }

    [Test]
    public void TheOtherTestsGoOn() => Endless.Value.Test("ThenTestsGoOn").Outcome.ShouldBe("Passed", Endless.Value.Test("ThenTestsGoOn").Message);

    [TestCase("base")]
    [TestCase("head")]
    public void AWorkerThatExitsIsAnErrorThatSaysWhoseBodyRan(string side)
    {
        TrxResult result = Endless.Value.Test($"ThenWorkerExits(\"{side}\")");

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldContain("ended with exit code 7 before it answered");
        result.Message.ShouldContain($"the process ends while the {side} build's body of");
        result.Message.ShouldContain("Allocated bytes exceeds its limit");
    }

    [Test]
    public void AWorkerThatIsKilledIsAnErrorAndTheTestHostGoesOn()
    {
        TrxResult result = Endless.Value.Test("ThenWorkerIsKilled(\"base\")");

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldMatch("ended with exit code -?[0-9]+ before it answered");
        result.Message.ShouldContain("Allocated bytes exceeds its limit");
    }

    [Test]
    public void NoProcessIsLeftBehind()
    {
        _ = Endless.Value;

        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("processes and their command lines are listed by Linux");
        }

        Processes.CommandLines().Where(line => line.Contains(Head.Value, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
