using NUnit.Framework;

namespace Perf.DuetData.Once;

/// <summary>Around its namespace: once for all rounds.</summary>
[SetUpFixture]
public sealed class SetUpOnce
{
    [OneTimeSetUp]
    public void SetUp() => Journal.Note("namespace set up");

    [OneTimeTearDown]
    public void TearDown() => Journal.Note("namespace torn down");
}

[TestFixture]
public sealed class WithinFixture
{
    [OneTimeSetUp]
    public void SetUp() => Journal.Note("fixture set up");

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void Body() => GC.KeepAlive(new byte[1000]);
}
