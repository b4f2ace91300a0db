using NUnit.Framework;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>Memory of process and machine while the loop runs.</summary>
[TestFixture, Section("memory")]
public sealed class MemoryTests
{
    [Test, MaxCpuMemory]
    public void ValidationFitsIntoMemory()
    {
        using ValidationLoop validation = new(Subject.Detector.Detect, Subject.Small);
        validation.Run(Subject.OneReceipt);
    }
}
