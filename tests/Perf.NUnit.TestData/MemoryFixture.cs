using NUnit.Framework;

namespace Perf.TestData;

[TestFixture, Section("memory")]
public sealed class MemoryFixture
{
    [Test, MaxCpuMemory]
    public void WithinTheLimit() => Thread.Sleep(1);

    [Test, MaxCpuMemory(0.0001)]
    public void BeyondTheLimit() => Thread.Sleep(1);

    [Test, MaxGpuMemory(80)]
    public void OnTheDevice() => Thread.Sleep(1);
}
