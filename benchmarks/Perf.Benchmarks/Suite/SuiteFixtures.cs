using NUnit.Framework;

namespace Perf.Benchmarks.Suite;

/// <summary>A body without promises.</summary>
[TestFixture]
public sealed class PlainFixture
{
    [Test]
    public void Body() => Thread.Yield();
}

/// <summary>The same body with a promise that needs no measuring to be answered.</summary>
[TestFixture]
public sealed class PromisingFixture
{
    [Test, MaxMetric("benchmarks.nothing", 1)]
    public void Body() => Thread.Yield();
}
