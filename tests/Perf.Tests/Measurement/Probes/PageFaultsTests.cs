using System.IO.MemoryMappedFiles;
using NUnit.Framework;
using Perf.Measurement.Probes;
using Shouldly;

namespace Perf.Tests.Measurement.Probes;

[TestFixture]
public sealed class PageFaultsTests
{
    private const int Bytes = 64 << 20;
    private const int SmallestPage = 4 << 10;

    // Kernels may give huge pages, so that one fault maps two mebibytes.
    private const int LargestPage = 2 << 20;

    [Test, Platform("Linux")]
    public void TouchingFreshPagesIsCountedForThreadAndProcess()
    {
        long thread = PageFaults.MinorOfThread();
        long process = PageFaults.MinorOfProcess();
        using var memory = MemoryMappedFile.CreateNew(null, Bytes);
        using MemoryMappedViewAccessor view = memory.CreateViewAccessor();
        for (int offset = 0; offset < Bytes; offset += SmallestPage)
        {
            view.Write(offset, (byte)1);
        }

        (PageFaults.MinorOfThread() - thread).ShouldBeGreaterThanOrEqualTo(Bytes / LargestPage);
        (PageFaults.MinorOfProcess() - process).ShouldBeGreaterThanOrEqualTo(Bytes / LargestPage);
    }
}
