using System.Numerics;
using NUnit.Framework;
using Receipts.Images;
using Receipts.Quality;
using Shouldly;

namespace Receipts.Tests.Quality;

public sealed class PolygonCacheTests
{
    private static readonly PolygonKey Key = new(ImageHash: 1, LinesHash: 2, Width: 320, Height: 640, ShrinkRatio: 0.4);

    [Test]
    public void TheSecondLookupHits()
    {
        using var cache = new PolygonCache();
        ReferencePolygons first = cache.GetOrDerive(Key, () => Some(), out bool firstHit);
        ReferencePolygons second = cache.GetOrDerive(Key with { }, () => Some(), out bool secondHit);

        (firstHit, secondHit).ShouldBe((false, true));
        second.ShouldBeSameAs(first);
        (cache.Hits, cache.Misses).ShouldBe((1, 1));
    }

    [Test]
    public void AllThatPolygonsDependOnIsInTheKey()
    {
        using var cache = new PolygonCache();
        cache.GetOrDerive(Key, () => Some(), out _);
        PolygonKey[] others =
        [
            Key with { ImageHash = 9 },
            Key with { LinesHash = 9 },
            Key with { Width = 352 },
            Key with { Height = 672 },
            Key with { ShrinkRatio = 0.5 },
        ];

        foreach (PolygonKey other in others)
        {
            cache.GetOrDerive(other, () => Some(), out bool hit);
            hit.ShouldBeFalse(other.ToString());
        }
    }

    [Test]
    public void ItNeverHoldsMoreThanItMay()
    {
        long mostBytes = 10 * Some().EstimatedBytes;
        using var cache = new PolygonCache(mostBytes);

        for (int image = 0; image < 100; image++)
        {
            cache.GetOrDerive(Key with { ImageHash = (UInt128)image }, () => Some(), out _);
            cache.EstimatedBytes.ShouldBeLessThanOrEqualTo(mostBytes);
        }

        cache.Misses.ShouldBe(100);
    }

    [Test]
    public void WhatIsLargerThanTheCacheIsDerivedEachTime()
    {
        using var cache = new PolygonCache(mostBytes: 10);
        cache.GetOrDerive(Key, () => Some(), out _);

        cache.GetOrDerive(Key, () => Some(), out bool hit).Lines.Count.ShouldBe(1);

        hit.ShouldBeFalse();
        cache.EstimatedBytes.ShouldBe(0);
    }

    [Test]
    public void ManyThreadsMayUseItAtOnce()
    {
        const int Lookups = 4_000;
        const int Images = 20;
        using var cache = new PolygonCache();

        Parallel.For(0, Lookups, index =>
        {
            int image = index % Images;
            ReferencePolygons polygons = cache.GetOrDerive(
                Key with { ImageHash = (UInt128)image }, () => Some(width: image + 1), out _);
            polygons.Lines[0].Area.ShouldBe((image + 1) * 20, 1e-6);
        });

        (cache.Hits + cache.Misses).ShouldBe(Lookups);
        cache.Misses.ShouldBeGreaterThanOrEqualTo(Images);
        cache.EstimatedBytes.ShouldBe(Images * Some().EstimatedBytes);
    }

    [Test]
    public void TheSharedCacheIsOneForTheProcess() => PolygonCache.Shared.ShouldBeSameAs(PolygonCache.Shared);

    private static ReferencePolygons Some(float width = 100) =>
        ReferencePolygons.Derive(
            [new TextLine(Quadrilateral.Upright(0, 0, width, 20), "X")], Vector2.One, shrinkRatio: 0.4);
}
