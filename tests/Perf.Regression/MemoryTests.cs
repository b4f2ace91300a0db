using NUnit.Framework;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>Memory of process, machine and accelerator while the loop runs.</summary>
[TestFixture, Section("memory")]
public sealed class MemoryTests
{
    [Test, Category("CPU"), MaxCpuMemory]
    public void ValidationFitsIntoMemory()
    {
        using ValidationLoop validation = new(Subject.Detector.Detect, Subject.Small);
        validation.Run(Subject.OneReceipt);
    }
}
