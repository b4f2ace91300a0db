using System.Diagnostics;
using NUnit.Framework;

namespace Perf.DuetData;

/// <summary>
/// A body that never returns, and what comes after it: by name, as NUnit goes. Beside a body that still runs in the test host
/// nothing is compared there, so the others are compared in workers.
/// </summary>
[TestFixture]
public sealed class EndlessFixture
{
    [TestCase("base"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void Spins(string side)
    {
        GC.KeepAlive(new byte[1000]);
        while (Side.Copy == side)
        {
            Thread.SpinWait(100);
        }
    }

    [TestCase("head"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void ThenSleeps(string side)
    {
        GC.KeepAlive(new byte[1000]);
        Thread.Sleep(Side.Copy == side ? Timeout.Infinite : 0);
    }

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void ThenTestsGoOn() => GC.KeepAlive(new byte[1000]);

    [TestCase("base"), TestCase("head"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void ThenWorkerExits(string side)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side && Side.IsWorker)
        {
            Environment.Exit(7);
        }
    }

    [TestCase("base"), MaxRegression(0, Metric = "allocated_bytes"), MaxAllocations(0)]
    public void ThenWorkerIsKilled(string side)
    {
        GC.KeepAlive(new byte[1000]);
        if (Side.Copy == side && Side.IsWorker)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
