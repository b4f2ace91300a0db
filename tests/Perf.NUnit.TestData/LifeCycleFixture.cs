using NUnit.Framework;

namespace Perf.TestData;

/// <summary>Counts what NUnit calls how often.</summary>
[TestFixture]
public sealed class LifeCycleFixture : IDisposable
{
    public static int Constructed { get; private set; }

    public static int SetUps { get; private set; }

    public static int TearDowns { get; private set; }

    public static int Bodies { get; private set; }

    public static int Disposed { get; private set; }

    public LifeCycleFixture() => Constructed++;

    public static void Reset() => Constructed = SetUps = TearDowns = Bodies = Disposed = 0;

    [SetUp]
    public void SetUp() => SetUps++;

    [TearDown]
    public void TearDown() => TearDowns++;

    [Test, MaxDuration(5), MaxAllocations(1_000_000)]
    public void Counted() => Bodies++;

    public void Dispose() => Disposed++;
}
