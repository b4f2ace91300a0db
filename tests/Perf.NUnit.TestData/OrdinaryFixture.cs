using NUnit.Framework;

namespace Perf.TestData;

/// <summary>A test that promises nothing.</summary>
[TestFixture]
public sealed class OrdinaryFixture
{
    [Test]
    public void Ordinary() => Assert.Pass();
}
