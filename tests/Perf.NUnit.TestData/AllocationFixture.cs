using NUnit.Framework;

namespace Perf.TestData;

[TestFixture, Section("allocation")]
public sealed class AllocationFixture
{
    private byte[] _kept = [];
    private int _number;

    [Test, MaxAllocations]
    public void AllocatesNothing() => _number++;

    [Test, MaxAllocations]
    public void AllocatesAKilobyte() => _kept = new byte[1024];

    [Test, MaxAllocations(2048)]
    public void LooserThanTheFile() => _kept = new byte[1024];

    [TestCase(100), MaxAllocations]
    public void CaseAllocatesNothing(int add) => _number += add;

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void AsManyAsBefore() => _kept = new byte[1024];

    public override string ToString() => $"{_kept.Length} {_number}";
}
