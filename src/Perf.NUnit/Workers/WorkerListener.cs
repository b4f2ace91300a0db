using NUnit.Framework.Interfaces;

namespace Perf.Workers;

/// <summary>
/// Hands what a test writes at once (NUnit takes the error stream for itself) on to the worker's own, so that the last words
/// of a worker that dies reach its parent.
/// </summary>
internal sealed class WorkerListener(TextWriter error) : ITestListener
{
    public void TestStarted(ITest test)
    {
    }

    public void TestFinished(ITestResult result)
    {
    }

    public void TestOutput(TestOutput output) => error.Write(output.Text);

    public void SendMessage(TestMessage message)
    {
    }
}
