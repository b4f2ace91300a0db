using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>Bodies that behave in the test host and not in a process that records.</summary>
[TestFixture]
public sealed class FreshProcessFixture
{
    [Test, MaxRegression(10)]
    public void ThrowsThere()
    {
        Thread.Sleep(1);
        if (Side.IsWorker)
        {
            throw new InvalidOperationException("not in a second process");
        }
    }

    [Test, MaxRegression(10)]
    public void DiesThere()
    {
        Thread.Sleep(1);
        if (Side.IsWorker)
        {
            Console.Error.WriteLine("about to die");
            Environment.Exit(7);
        }
    }

    [Test, Repeat(2), MaxRegression(0, Metric = "allocated_bytes")]
    public void Repeated() => GC.KeepAlive(new byte[1000]);
}
