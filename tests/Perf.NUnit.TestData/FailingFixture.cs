using NUnit.Framework;

namespace Perf.TestData;

/// <summary>Bodies that fail by themselves, at once or while they are measured.</summary>
[TestFixture]
public sealed class FailingFixture
{
    private int _calls;

    [Test, MaxDuration(5)]
    public void Throws() => throw new InvalidOperationException("kaput");

    [Test, MaxDuration(5)]
    public void AssertionFails() => Assert.That(1, Is.EqualTo(2));

    [Test, MaxDuration(5)]
    public void ThrowsOnTheFiftiethCall()
    {
        if (++_calls == 50)
        {
            throw new InvalidOperationException("kaput at fifty");
        }
    }

    [Test, MaxDuration(5)]
    public void WarnsEveryTime()
    {
        Assert.Warn("careful");
    }

    [Test, MaxDuration(5)]
    public void Ignores() => Assert.Ignore("not today");

    [Test, CancelAfter(1500), MaxDuration(600)]
    public void Cancelled(CancellationToken token) => token.WaitHandle.WaitOne(20);
}
