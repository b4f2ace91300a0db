using NUnit.Framework;
using NUnit.Framework.Interfaces;
using Perf.TestData;
using Shouldly;

namespace Perf.Tests.Workers;

[NonParallelizable]
public sealed class WorkerProcessTests
{
    [TestCase("Agrees")]
    [TestCase("Chatters")]
    public void ASecondProcessThatAgreesMakesItRed(string test)
    {
        ITestResult result = RunFixture.One<WorkerFixture>(test);

        result.ResultState.Status.ShouldBe(TestStatus.Failed);
        result.Message.ShouldContain("2 launches");
    }

    [Test]
    public void AWorkerThatDiesIsAnErrorWithItsOutputAndNeverAVerdict()
    {
        ITestResult result = RunFixture.One<WorkerFixture>("Dies");

        result.ResultState.ShouldBe(ResultState.Error);
        result.Message.ShouldContain("exit code 7");
        result.Message.ShouldContain("about to die");
    }

    [Test]
    public void ABodyThatThrowsInAWorkerIsAnErrorWithItsMessage()
    {
        ITestResult result = RunFixture.One<WorkerFixture>("Throws");

        result.ResultState.ShouldBe(ResultState.Error);
        result.Message.ShouldContain("not in a second process");
    }
}
