using NUnit.Framework;
using Perf.Measurement.Probes;
using Shouldly;

namespace Perf.Tests.Measurement.Probes;

[TestFixture]
public sealed class CollectionCountsTests
{
    [Test]
    public void ACollectionCountsInAllItsGenerationsAndPauses()
    {
        CollectionCounts before = CollectionCounts.Read();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        CollectionCounts grown = CollectionCounts.Read() - before;

        grown.Generation0.ShouldBeGreaterThanOrEqualTo(1);
        grown.Generation1.ShouldBeGreaterThanOrEqualTo(1);
        grown.Generation2.ShouldBeGreaterThanOrEqualTo(1);
        grown.PauseSeconds.ShouldBeGreaterThan(0);
    }

    [Test]
    public void TheDifferenceIsTakenMemberByMember() =>
        (new CollectionCounts(9, 7, 5, 0.75) - new CollectionCounts(1, 2, 3, 0.25))
            .ShouldBe(new CollectionCounts(8, 5, 2, 0.5));
}
