using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>Bodies that end their process.</summary>
[NonParallelizable]
public sealed class ProcessEndTests
{
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
