using System.Diagnostics;
using NUnit.Framework;
using Perf.Measurement.Devices;
using Perf.Tests.Files;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

[TestFixture]
public sealed class CudaWorkTests
{
    private TemporaryFolder _folder = null!;
    private StandInSubject _subject = null!;
    private CudaWork _work = null!;

    [SetUp]
    public void MakeADriver()
    {
        _folder = new TemporaryFolder();
        string library = DeviceStandIn.Compile(_folder.Path);
        (_subject, _work) = (new StandInSubject(library), new CudaWork(library));
    }

    [TearDown]
    public void RemoveIt()
    {
        _subject.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void AProcessThatNeverTouchedTheDriverIsLeftAsItIs()
    {
        _work.Device.ShouldBeNull();
        _work.Synchronize();
        _work.Mark();
        _work.SecondsSinceMark().ShouldBe(double.NaN);
    }

    [Test]
    public void TheDeviceThatTheProcessUsesIsFoundOnceItUsesIt()
    {
        _work.Device.ShouldBeNull();
        _subject.Use(1);

        _work.Device.ShouldBe(new DeviceIdentity("Stand-in Two", "GPU-10111213-1415-1617-1819-1a1b1c1d1e1f"));
    }

    [Test]
    public void SynchronizingWaitsForWhatWasGiven()
    {
        _subject.Use(0);
        _ = _work.Device;
        long start = Stopwatch.GetTimestamp();
        _subject.Give(TimeSpan.FromMilliseconds(40));

        _work.Synchronize();

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(40));
    }

    [Test]
    public void FromAnyThreadTheContextIsEntered()
    {
        _subject.Use(0);
        _ = _work.Device;
        Exception? thrown = null;
        Thread other = new(() =>
        {
            try
            {
                _work.Synchronize();
                _work.Mark();
                _work.SecondsSinceMark();
            }
            catch (Exception e)
            {
                thrown = e;
            }
        });
        other.Start();
        other.Join();

        thrown.ShouldBeNull();
    }

    [Test]
    public void BetweenTwoMarksLiesWhatTheDeviceTook()
    {
        _subject.Use(0);
        _ = _work.Device;
        long start = Stopwatch.GetTimestamp();
        _work.Mark();
        _subject.Give(TimeSpan.FromMilliseconds(40));
        double seconds = _work.SecondsSinceMark();

        // By its own clock at least the work, and no more than passed here.
        seconds.ShouldBeInRange(0.0399, Stopwatch.GetElapsedTime(start).TotalSeconds + 1e-4);
        _work.Mark();
        _work.SecondsSinceMark().ShouldBeLessThan(seconds, "the marks are set anew");
    }

    [Test]
    public void WaitingAndMarkingAllocateNothing()
    {
        _subject.Use(0);
        DeviceBody body = DeviceBody.Of(() => { }, _work, isTimed: true)!;
        body.Call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 100; call++)
        {
            body.Call();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0, "they stand within what is measured");
    }

    [Test]
    public void ADeviceThatFailsIsAnErrorThatSaysWhat()
    {
        _subject.Use(0);
        _ = _work.Device;
        _subject.Fail(700);

        Should.Throw<DeviceException>(_work.Synchronize).Message.ShouldBe(
            "Stand-in One: cuCtxSynchronize answers 700 (an illegal memory access was encountered); what the body gave the device has failed");
        _work.Mark();
        Should.Throw<DeviceException>(() => _work.SecondsSinceMark()).Message.ShouldContain("cuEventElapsedTime answers 700");
    }

    [Test]
    public void AMachineWithoutTheDriverHasNoDevice()
    {
        CudaWork none = new(_folder["libabsent-cuda.so.1"]);

        none.Device.ShouldBeNull();
        none.Synchronize();
    }

    [Test]
    public void ALibraryWithoutItsFunctionsIsNoDriver()
    {
        string other = "libc.so.6";

        new CudaWork(OperatingSystem.IsLinux() ? other : _folder["none"]).Device.ShouldBeNull();
    }
}
