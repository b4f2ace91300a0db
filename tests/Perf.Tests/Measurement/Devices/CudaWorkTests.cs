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

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void AProcessThatNeverTouchedTheDriverIsLeftAsItIs()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            work.Device.ShouldBeNull();
            work.Synchronize();
            work.Mark();
            work.SecondsSinceMark().ShouldBe(double.NaN);
        }
    }

    [Test]
    public void TheDeviceThatTheProcessUsesIsFoundOnceItUsesIt()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            work.Device.ShouldBeNull();
            subject.Use(1);

            work.Device.ShouldBe(new DeviceIdentity("Stand-in Two", "GPU-10111213-1415-1617-1819-1a1b1c1d1e1f"));
        }
    }

    [Test]
    public void SynchronizingWaitsForWhatWasGiven()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            subject.Use(0);
            _ = work.Device;
            long start = Stopwatch.GetTimestamp();
            subject.Give(TimeSpan.FromMilliseconds(40));

            work.Synchronize();

            Stopwatch.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(40));
        }
    }

    [Test]
    public void FromAnyThreadTheContextIsEntered()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            subject.Use(0);
            _ = work.Device;
            Exception? thrown = null;
            Thread other = new(() =>
            {
                try
                {
                    work.Synchronize();
                    work.Mark();
                    work.SecondsSinceMark();
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
    }

    [Test]
    public void BetweenTwoMarksLiesWhatTheDeviceTook()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            subject.Use(0);
            _ = work.Device;
            long start = Stopwatch.GetTimestamp();
            work.Mark();
            subject.Give(TimeSpan.FromMilliseconds(40));
            double seconds = work.SecondsSinceMark();

            // By its own clock at least the work, and no more than passed here.
            seconds.ShouldBeInRange(0.0399, Stopwatch.GetElapsedTime(start).TotalSeconds + 1e-4);
            start = Stopwatch.GetTimestamp();
            work.Mark();
            work.SecondsSinceMark().ShouldBeLessThan(Stopwatch.GetElapsedTime(start).TotalSeconds + 1e-4, "the marks are set anew");
        }
    }

    [Test]
    public void AContextOfALibrarysOwnIsWaitedForToo()
    {
        (CudaWork work, StandInSubject subject) = Open();
        OnAThread(() =>
        {
            subject.CreateContext();
            work.Device!.Name.ShouldBe("Stand-in One");
            long start = Stopwatch.GetTimestamp();
            subject.Give(TimeSpan.FromMilliseconds(40));

            work.Synchronize();

            Stopwatch.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(40));
            work.Mark();
            subject.Give(TimeSpan.FromMilliseconds(20));
            work.SecondsSinceMark().ShouldBeGreaterThanOrEqualTo(0.0199);
        });
        OnAThread(() =>
        {
            work.Device!.Name.ShouldBe("Stand-in One", "whoever measures on another thread has its own made there");
            work.Synchronize();
            work.Mark();
            work.SecondsSinceMark().ShouldBe(double.NaN);
        });
        subject.Dispose();
    }

    [Test]
    public void NoEventIsLeftBehind()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            subject.Use(0);
            _ = work.Device;
            for (int call = 0; call < 3; call++)
            {
                work.Mark();
                work.SecondsSinceMark();
            }

            subject.CountEvents().ShouldBe(0);
        }
    }

    [Test]
    public void OfSeveralDevicesTheOneThatTookLongestIsTold()
    {
        (CudaWork work, StandInSubject subject) = Open("QUEUES=2");
        using (subject)
        {
            subject.Use(0);
            subject.Use(1);
            _ = work.Device;

            work.Mark();
            subject.Give(TimeSpan.FromMilliseconds(20));
            work.SecondsSinceMark().ShouldBeGreaterThanOrEqualTo(0.0199, "the second device works, the first one does not");
            subject.CountEvents().ShouldBe(0);
        }
    }

    [Test]
    public void MarkingAndWaitingAllocateNothing()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            subject.Use(0);
            _ = work.Device;
            Call();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Call();
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        }

        void Call()
        {
            work.Mark();
            work.SecondsSinceMark();
            work.Synchronize();
        }
    }

    [Test]
    public void ADeviceThatWasResetIsInUseNoMoreUntilItIsAgain()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            subject.Use(0);
            work.Device.ShouldNotBeNull();

            subject.Reset(0);
            work.Device.ShouldBeNull();
            work.Synchronize();

            subject.Use(0);
            work.Device.ShouldNotBeNull();
            work.Synchronize();
        }
    }

    [Test]
    public void SeveralDevicesAreCounted()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            work.Devices.ShouldBe(0);
            subject.Use(1);
            work.Devices.ShouldBe(1);
            subject.Use(0);
            work.Devices.ShouldBe(2);
        }
    }

    [Test, Platform("Linux")]
    public void ADriverThatNobodyHasLoadedIsNotLoadedToAsk()
    {
        string library = DeviceStandIn.Compile(_folder.Path);
        CudaWork work = new(library);

        work.Device.ShouldBeNull();

        File.ReadAllText("/proc/self/maps").ShouldNotContain(library);
        work.First!.Name.ShouldBe("Stand-in One", "who asks for the first device has the driver started");
        work.Device.ShouldBeNull("which is no use of it");
    }

    [Test]
    public void ADeviceThatFailsIsAnErrorThatSaysWhat()
    {
        (CudaWork work, StandInSubject subject) = Open();
        using (subject)
        {
            subject.Use(0);
            _ = work.Device;
            subject.Fail(700);

            Should.Throw<DeviceException>(work.Synchronize).Message.ShouldBe(
                "Stand-in One: cuCtxSynchronize answers 700 (an illegal memory access was encountered); what the body gave the device has failed");
            work.Mark();
            Should.Throw<DeviceException>(() => work.SecondsSinceMark()).Message.ShouldContain("cuEventElapsedTime answers 700");
        }
    }

    [Test]
    public void AMachineWithoutTheDriverHasNoDevice()
    {
        CudaWork work = new(_folder["libabsent-cuda.so.1"]);

        work.Device.ShouldBeNull();
        work.Synchronize();
    }

    [Test]
    public void ALibraryWithoutItsFunctionsIsNoDriver()
    {
        string other = "libc.so.6";

        new CudaWork(OperatingSystem.IsLinux() ? other : _folder["none"]).Device.ShouldBeNull();
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

    private (CudaWork Work, StandInSubject Subject) Open(params string[] definitions)
    {
        string library = DeviceStandIn.Compile(_folder.Path, definitions);
        return (new CudaWork(library), new StandInSubject(library));
    }
}
