using System.Diagnostics;
using NUnit.Framework;
using Perf.Measurement.Devices;
using Shouldly;

namespace Perf.Tests.Measurement.Devices;

[TestFixture]
public sealed class CudaWorkTests : CudaFixture
{
    [Test]
    public void AProcessThatNeverTouchedTheDriverIsLeftAsItIs()
    {
        Open();
        Work.Device.ShouldBeNull();
        Work.Synchronize();
        Work.Mark();
        Work.SecondsSinceMark().ShouldBe(double.NaN);
    }

    [Test]
    public void TheDeviceThatTheProcessUsesIsFoundOnceItUsesIt()
    {
        Open();
        Work.Device.ShouldBeNull();
        Subject.Use(1);

        Work.Device.ShouldBe(new DeviceIdentity("Stand-in Two", "GPU-10111213-1415-1617-1819-1a1b1c1d1e1f"));
    }

    [Test]
    public void SynchronizingWaitsForWhatWasGiven()
    {
        Open();
        Subject.Use(0);
        _ = Work.Device;
        long start = Stopwatch.GetTimestamp();
        Subject.Give(TimeSpan.FromMilliseconds(40));

        Work.Synchronize();

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(40));
    }

    [Test]
    public void FromAnyThreadTheContextIsEntered()
    {
        Open();
        Subject.Use(0);
        _ = Work.Device;
        Exception? thrown = null;
        Thread other = new(() =>
        {
            try
            {
                Work.Synchronize();
                Work.Mark();
                Work.SecondsSinceMark();
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
    public void AContextOfALibrarysOwnIsWaitedForToo()
    {
        Open();
        OnAThread(() =>
        {
            Subject.CreateContext();
            Work.Device!.Name.ShouldBe("Stand-in One");
            long start = Stopwatch.GetTimestamp();
            Subject.Give(TimeSpan.FromMilliseconds(40));

            Work.Synchronize();

            Stopwatch.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(40));
            Work.Mark();
            Subject.Give(TimeSpan.FromMilliseconds(20));
            Work.SecondsSinceMark().ShouldBeGreaterThanOrEqualTo(0.0199);
        });
        OnAThread(() =>
        {
            Work.Device!.Name.ShouldBe("Stand-in One", "whoever measures on another thread has its own made there");
            Work.Synchronize();
            Work.Mark();
            Work.SecondsSinceMark().ShouldBe(double.NaN);
        });
    }

    [Test]
    public void ADeviceThatWasResetIsInUseNoMoreUntilItIsAgain()
    {
        Open();
        Subject.Use(0);
        Work.Device.ShouldNotBeNull();

        Subject.Reset(0);
        Work.Device.ShouldBeNull();
        Work.Synchronize();

        Subject.Use(0);
        Work.Device.ShouldNotBeNull();
        Work.Synchronize();
    }

    [Test]
    public void SeveralDevicesAreCounted()
    {
        Open();
        Work.Devices.ShouldBe(0);
        Subject.Use(1);
        Work.Devices.ShouldBe(1);
        Subject.Use(0);
        Work.Devices.ShouldBe(2);
    }

    [Test, Platform("Linux")]
    public void ADriverThatNobodyHasLoadedIsNotLoadedToAsk()
    {
        string library = DeviceStandIn.Compile(Folder.Path);
        CudaWork work = new(library);

        work.Device.ShouldBeNull();

        File.ReadAllText("/proc/self/maps").ShouldNotContain(library);
        work.First!.Name.ShouldBe("Stand-in One", "who asks for the first device has the driver started");
        work.Device.ShouldBeNull("which is no use of it");
    }

    [Test]
    public void ADeviceThatFailsIsAnErrorThatSaysWhat()
    {
        Open();
        Subject.Use(0);
        _ = Work.Device;
        Subject.Fail(700);

        Should.Throw<DeviceException>(Work.Synchronize).Message.ShouldBe(
            "Stand-in One: cuCtxSynchronize answers 700 (an illegal memory access was encountered); what the body gave the device has failed");
        Work.Mark();
        Should.Throw<DeviceException>(() => Work.SecondsSinceMark()).Message.ShouldContain("cuEventElapsedTime answers 700");
    }

    [Test]
    public void AMachineWithoutTheDriverHasNoDevice()
    {
        CudaWork work = new(Folder["libabsent-cuda.so.1"]);

        work.Device.ShouldBeNull();
        work.Synchronize();
    }

    [Test]
    public void ALibraryWithoutItsFunctionsIsNoDriver()
    {
        string other = "libc.so.6";

        new CudaWork(OperatingSystem.IsLinux() ? other : Folder["none"]).Device.ShouldBeNull();
    }

    // What is current on a thread of the runner's would be for the tests after this one.
    private static void OnAThread(Action act)
    {
        Exception? thrown = null;
        Thread thread = new(() =>
        {
            try
            {
                act();
            }
            catch (Exception e)
            {
                thrown = e;
            }
        });
        thread.Start();
        thread.Join();
        thrown.ShouldBeNull();
    }
}
