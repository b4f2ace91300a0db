using NUnit.Framework;
using Receipts.Quality;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>A second epoch over the same receipts finds their polygons.</summary>
[TestFixture, Section("cache")]
public sealed class CacheTests
{
    private PolygonCache _cache = null!;
    private ValidationLoop _validation = null!;

    [SetUp]
    public void StartWithAnEmptyCache()
    {
        _cache = new PolygonCache();
        _validation = new ValidationLoop(Subject.Detector.Detect, Subject.Small, _cache);
    }

    [TearDown]
    public void DisposeOfIt()
    {
        _validation?.Dispose();
        _cache?.Dispose();
    }

    [Test, MinCacheHitRate]
    public void LookupsHitAfterWarmUp() => _validation.Run(Subject.Receipts);
}
