using NUnit.Framework;
using Perf.Measurement.Probes;
using Shouldly;

namespace Perf.Tests.Measurement.Probes;

[TestFixture]
public sealed class SystemClockTests
{
    private static readonly SystemClock Clock = SystemClock.Instance;

    [Test]
    public void NoClockGoesBack()
    {
        long timestamp = Clock.Timestamp();
        double thread = Clock.ThreadCpuSeconds();
        double process = Clock.ProcessCpuSeconds();
        for (int reading = 0; reading < 10_000; reading++)
        {
            Clock.Timestamp().ShouldBeGreaterThanOrEqualTo(timestamp);
            Clock.ThreadCpuSeconds().ShouldBeGreaterThanOrEqualTo(thread);
            Clock.ProcessCpuSeconds().ShouldBeGreaterThanOrEqualTo(process);
            (timestamp, thread, process) = (Clock.Timestamp(), Clock.ThreadCpuSeconds(), Clock.ProcessCpuSeconds());
        }
    }

    [Test]
    public void SecondsAreThoseOfTheStopwatch()
    {
        Clock.Seconds(5, 5 + TimeProvider.System.TimestampFrequency).ShouldBe(1, 1e-9);
        Clock.Seconds(7, 7).ShouldBe(0);
    }

    [Test]
    public void WorkOfTheThreadGrowsItsCpuTime()
    {
        double before = Clock.ThreadCpuSeconds();
        double worked = Work(0.01);

        worked.ShouldBeGreaterThanOrEqualTo(0.01);
        (Clock.ThreadCpuSeconds() - before).ShouldBeGreaterThanOrEqualTo(worked);
    }

    [Test]
    public void WorkOfAnotherThreadGrowsOnlyTheCpuTimeOfTheProcess()
    {
        double threadBefore = Clock.ThreadCpuSeconds();
        double processBefore = Clock.ProcessCpuSeconds();
        var other = new Thread(() => Work(0.2));
        other.Start();
        other.Join();

        (Clock.ProcessCpuSeconds() - processBefore).ShouldBeGreaterThanOrEqualTo(0.2);
        (Clock.ThreadCpuSeconds() - threadBefore).ShouldBeLessThan(0.2);
    }

    [Test]
    public void ReadingAllocatesNothing()
    {
        double sum = ReadAll();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int reading = 0; reading < 1000; reading++)
        {
            sum += ReadAll();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        sum.ShouldBeGreaterThan(0);

        static double ReadAll() =>
            Clock.ThreadCpuSeconds() + Clock.ProcessCpuSeconds() + Clock.Seconds(0, Clock.Timestamp());
    }

    // Ends by CPU time, so that it does the same work however busy the machine is.
    private static double Work(double seconds)
    {
        double start = Clock.ThreadCpuSeconds();
        double now = start;
        while (now - start < seconds)
        {
            now = Clock.ThreadCpuSeconds();
        }

        return now - start;
    }
}
