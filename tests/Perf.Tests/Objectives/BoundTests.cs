using NUnit.Framework;
using Perf.Objectives;
using Shouldly;

namespace Perf.Tests.Objectives;

[TestFixture]
public sealed class BoundTests
{
    [TestCase(BoundKind.AtMost, 3)]
    [TestCase(BoundKind.RegressionPercent, 3)]
    [TestCase(BoundKind.AtLeast, 5)]
    public void TheStricterBoundIsHarderToKeepWhicheverSideAsks(BoundKind kind, double expected)
    {
        Bound three = new(kind, 3);
        Bound five = new(kind, 5);

        three.Stricter(five).ShouldBe(new Bound(kind, expected));
        five.Stricter(three).ShouldBe(new Bound(kind, expected));
    }

    [Test]
    public void BoundsOfDifferentKindsCannotBeCompared() =>
        Should.Throw<ArgumentException>(() => new Bound(BoundKind.AtMost, 1).Stricter(new Bound(BoundKind.AtLeast, 1)))
            .Message.ShouldContain("A bound of kind AtLeast cannot be compared with one of kind AtMost.");
}
