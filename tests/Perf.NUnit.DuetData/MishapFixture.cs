using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>Bodies that fail in one copy only. Beside each stands a promise that every copy breaks.</summary>
[TestFixture]
public sealed class MishapFixture
{
    private static int _calls;

    [SetUp]
    public void SetUp()
    {
        _calls = 0;
        if (TestContext.CurrentContext.Test.Arguments is ["base", "set-up"] && Side.Copy == "base")
        {
            throw new InvalidOperationException("kaput in set-up");
        }
    }

    [TestCase("base"), TestCase("head"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void ThrowsOnTheFiftiethCall(string side)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side && ++_calls == 50)
        {
            Fail("kaput at fifty");
        }
    }

    [TestCase("base"), MaxRegression(50, Metric = "allocated_bytes"), MaxAllocations(0)]
    public async Task ThrowsLater(string side)
    {
        await Task.Yield();
        if (Side.Copy == side)
        {
            Fail("kaput later");
        }
    }

    [TestCase("base", "set-up"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void IsSetUp(string side, string where) => GC.KeepAlive(new byte[side.Length + where.Length]);

    [TestCase("base"), TestCase("head"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void AssertionFails(string side)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side)
        {
            Assert.That(side, Is.EqualTo("another"));
        }
    }

    [TestCase("base"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void Ignores(string side)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side)
        {
            Assert.Ignore("not today");
        }
    }

    [TestCase("base"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void IsInconclusive(string side)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side)
        {
            Assert.Inconclusive("who knows");
        }
    }

    // Cancelled while it is compared.
    [Test, CancelAfter(1_500), MaxRegression(10)]
    public void RunsOutOfTime(CancellationToken token) => token.WaitHandle.WaitOne(20);

    // Thrown from a method of its own, which no compiler inlines: a trace can name it.
    private static void Fail(string message) => throw new InvalidOperationException(message);
}
