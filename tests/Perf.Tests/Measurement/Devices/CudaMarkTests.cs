using System.Diagnostics;
using NUnit.Framework;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

[TestFixture]
public sealed class CudaMarkTests : CudaFixture
{
    [Test]
    public void BetweenTwoMarksLiesWhatTheDeviceTook()
    {
        Open();
        Subject.Use(0);
        _ = Work.Device;
        long start = Stopwatch.GetTimestamp();
        Work.Mark();
        Subject.Give(TimeSpan.FromMilliseconds(40));
        double seconds = Work.SecondsSinceMark();

        // By its own clock at least the work, and no more than passed here.
        seconds.ShouldBeInRange(0.0399, Stopwatch.GetElapsedTime(start).TotalSeconds + 1e-4);
        start = Stopwatch.GetTimestamp();
        Work.Mark();
        Work.SecondsSinceMark().ShouldBeLessThan(Stopwatch.GetElapsedTime(start).TotalSeconds + 1e-4, "the marks are set anew");
    }

    [Test]
    public void NoEventIsLeftBehind()
    {
        Open();
        Subject.Use(0);
        _ = Work.Device;
        for (int call = 0; call < 3; call++)
        {
            Work.Mark();
            Work.SecondsSinceMark();
        }

        Subject.CountEvents().ShouldBe(0);
    }

    [Test]
    public void OfSeveralDevicesTheOneThatTookLongestIsTold()
    {
        Open("QUEUES=2");
        Subject.Use(0);
        Subject.Use(1);
        _ = Work.Device;

        Work.Mark();
        Subject.Give(TimeSpan.FromMilliseconds(20));
        Work.SecondsSinceMark().ShouldBeGreaterThanOrEqualTo(0.0199, "the second device works, the first one does not");
        Subject.CountEvents().ShouldBe(0);
    }

    [Test]
    public void MarkingAndWaitingAllocateNothing()
    {
        Open();
        Subject.Use(0);
        _ = Work.Device;
        Call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Call();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Call()
        {
            Work.Mark();
            Work.SecondsSinceMark();
            Work.Synchronize();
        }
    }
}
