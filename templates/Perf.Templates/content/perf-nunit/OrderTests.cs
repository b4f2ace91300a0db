using NUnit.Framework;
using Perf;

namespace NewNamespace;

[TestFixture, Section("orders")]
public sealed class OrderTests
{
    // Made once, before anything is measured, and the same in every run.
    private static readonly string TenThousandLines =
        string.Join('\n', Enumerable.Range(0, 10_000).Select(line => $"article-{line};{line % 9 + 1};{line % 500 + 99}"));

    [Test]
    public void TheTotalIsPiecesTimesPrice() => Assert.That(Orders.Total("pen;3;150\nink;1;999"), Is.EqualTo(1_449));

    [Test, MaxAllocations]
    public void ReadingAllocatesNothing() => Orders.Total(TenThousandLines);

    [Test, MinThroughput, MaxDuration, MaxRegression]
    public void ReadingKeepsItsPace() => Orders.Total(TenThousandLines);
}
