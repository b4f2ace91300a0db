using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>Bodies that never return, and bodies that end their process.</summary>
[NonParallelizable]
public sealed class ProcessEndTests
{
    private static readonly Lazy<DuetRun> Endless = new(() => DuetRun.Of("FullyQualifiedName~EndlessFixture", ("PERF_BUDGET", "8")));

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

        Processes.CommandLines().Where(line => line.Contains(DuetBuilds.Head, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [TestCase("base", "0")]
    [TestCase("head", "7")]
    public void ABodyThatEndsTheTestHostIsNamedAndTheOtherTestsGoOn(string side, string code)
    {
        DuetRun run = DuetRun.Of($"FullyQualifiedName~DeadlyFixture.Exits&Name~{side}|FullyQualifiedName~DeadlyFixture.ThenTestsGoOn");

        run.ExitCode.ShouldNotBe(0);
        run.Output.ShouldNotContain("crashed");
        TrxResult exits = run.Test($"Exits(\"{side}\",{code})");
        exits.Outcome.ShouldBe("Failed");
        exits.Message.ShouldStartWith(
            $"the {side} build's body of Perf.DuetData.DeadlyFixture.Exits(\"{side}\",{code}) ended the process: a measured body must not call Environment.Exit");
        exits.Message.ShouldContain("Allocated bytes exceeds its limit", Case.Sensitive, "the other promise is judged too");
        run.Test("ThenTestsGoOn").Outcome.ShouldBe("Passed", run.Test("ThenTestsGoOn").Message);
    }

    [Test]
    public void AnEndThatNoBodyCausedIsNotHeld()
    {
        DuetRun run = DuetRun.Of("FullyQualifiedName~DeadlyFixture.SomethingElseExits|FullyQualifiedName~DeadlyFixture.ThenTestsGoOn");

        run.ExitCode.ShouldNotBe(0);
        run.Output.ShouldContain("Test host process crashed");
        run.Output.ShouldNotContain("ended the process");
    }

    [Test]
    public void ABodyThatFailsFastIsInTheTraceOfTheTestHost()
    {
        DuetRun run = DuetRun.Of("FullyQualifiedName~DeadlyFixture.FailsFast");

        run.ExitCode.ShouldNotBe(0);
        run.Output.ShouldContain("kaput for good");
        run.Output.ShouldContain("Perf.DuetData.DeadlyFixture.FailsFast");
    }
}
