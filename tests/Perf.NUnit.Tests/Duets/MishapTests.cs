using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>A body that fails in one build: an error that names the side, and the other promises are kept all the same.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class MishapTests
{
    private static readonly Lazy<DuetRun> Run = new(() => DuetRun.Of("FullyQualifiedName~MishapFixture"));

    [TestCase("ThrowsOnTheFiftiethCall(\"base\")", "the base build's body threw InvalidOperationException: kaput at fifty")]
    [TestCase("ThrowsOnTheFiftiethCall(\"head\")", "the head build's body threw InvalidOperationException: kaput at fifty")]
    [TestCase("ThrowsLater(\"base\")", "the base build's body threw InvalidOperationException: kaput later")]
    [TestCase("IsSetUp(\"base\",\"set-up\")", "the base build did not reach the body of Perf.DuetData.MishapFixture.IsSetUp(\"base\",\"set-up\"): ")]
    [TestCase("AssertionFails(\"base\")", "the base build's body threw AssertionException: Assert.That(side, Is.EqualTo(\"another\"))")]
    [TestCase("AssertionFails(\"head\")", "the head build's body threw AssertionException: Assert.That(side, Is.EqualTo(\"another\"))")]
    [TestCase("Ignores(\"base\")", "the base build's body threw IgnoreException: not today")]
    [TestCase("IsInconclusive(\"base\")", "the base build's body threw InconclusiveException: who knows")]
    public void ItIsAnErrorThatNamesTheSide(string test, string message)
    {
        TrxResult result = Run.Value.Test(test);

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldStartWith(message);
        result.Message.ShouldContain("Allocated bytes exceeds its limit", Case.Sensitive, "the other promise is judged too");
    }

    [TestCase("ThrowsOnTheFiftiethCall(\"base\")", "MishapFixture.Fail")]
    [TestCase("ThrowsOnTheFiftiethCall(\"head\")", "MishapFixture.Fail")]
    [TestCase("ThrowsLater(\"base\")", "MishapFixture.Fail")]
    [TestCase("IsSetUp(\"base\",\"set-up\")", "MishapFixture.SetUp")]
    public void TheTraceIsThatOfTheBody(string test, string method)
    {
        string first = Run.Value.Test(test).Trace.Split('\n').First(line => line.Contains(" at ", StringComparison.Ordinal));

        first.ShouldContain(method);
    }

    [Test]
    public void ATestThatIsCancelledWhileItIsComparedSaysSo()
    {
        TrxResult result = Run.Value.Test("RunsOutOfTime");

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldContain("CancelAfter");
    }
}
