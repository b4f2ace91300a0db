using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>What the base build does not have is new, and never red, not even in strict mode.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class NotComparableTests
{
    private static readonly Lazy<DuetRun> Strict = new(() => DuetRun.Of("FullyQualifiedName~NewFixture", ("PERF_CI", "true")));

    [TestCase("RaisedVersion", "the base build has version 1 of this test, here it is 2")]
    [TestCase("OtherData", "the data that [PerfVersion] names are not those of the base build")]
    [TestCase("PromisedInHead", "promises nothing in the base build")]
    [TestCase("IgnoredInBase", "is not run in the base build: Ignored not yet")]
    public void ItIsNewWithTheReason(string test, string reason)
    {
        TrxResult result = Strict.Value.Test(test);

        result.Outcome.ShouldBe("NotExecuted", result.Message);
        result.Message.ShouldStartWith("Time not judged (NotComparable: new): ");
        result.Message.ShouldEndWith(reason);
    }

    [Test]
    public void OtherPromisesOfANewTestAreKept()
    {
        TrxResult result = Strict.Value.Test("OnlyInHead");

        result.Output.ShouldStartWith("Time not judged (NotComparable: new): the base build has no test Perf.DuetData.NewFixture.OnlyInHead");
        result.Message.ShouldStartWith("Allocated bytes exceeds its limit");
    }

    [Test]
    public void AnInstrumentThatOnlyTheHeadHasIsNewAndTheRestIsCompared()
    {
        TrxResult result = Strict.Value.Test("NewInstrument");

        result.Output.ShouldStartWith(
            "Duet.fresh.duration not judged (NotComparable: new): the base build records no duet.fresh.duration in this test");
        result.Message.ShouldStartWith("Allocated bytes regression: +0.8 % (allowed 0 %)");
    }
}
