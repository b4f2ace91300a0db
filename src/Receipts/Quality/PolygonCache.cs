using Microsoft.Extensions.Caching.Memory;

namespace Receipts.Quality;

/// <summary>
/// Keeps polygons derived from ground truth, never anything that a detector found, up to so many bytes; the least
/// recently used go
/// first. Thread-safe: two threads that miss the same key at once both derive it, and one result stays.
/// </summary>
public sealed class PolygonCache : IDisposable
{
    /// <summary>The limit of <see cref="Shared"/>, enough for some thousands of receipts.</summary>
    public const long DefaultMostBytes = 128L << 20;

    private readonly MemoryCache _cache;
    private long _hits;
    private long _misses;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="mostBytes">
    /// How many bytes it may hold, as far as <see cref="ReferencePolygons.EstimatedBytes"/> knows.
    /// </param>
    public PolygonCache(long mostBytes = DefaultMostBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mostBytes);
        _cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = mostBytes, TrackStatistics = true });
    }

    /// <summary>The cache of the process, which outlives every loop and every test fixture.</summary>
    public static PolygonCache Shared { get; } = new();

    /// <summary>Lookups that found something, since the cache was made.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>Lookups that did not.</summary>
    public long Misses => Interlocked.Read(ref _misses);

    /// <summary>About how many bytes it holds now.</summary>
    public long EstimatedBytes => _cache.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    /// <summary>Finds polygons, or derives and keeps them.</summary>
    /// <param name="key">All that they depend on.</param>
    /// <param name="derive">Derives them.</param>
    /// <param name="hit">Whether they were there already.</param>
    public ReferencePolygons GetOrDerive(PolygonKey key, Func<ReferencePolygons> derive, out bool hit)
    {
        ArgumentNullException.ThrowIfNull(derive);
        hit = _cache.TryGetValue(key, out ReferencePolygons? polygons) && polygons is not null;
        if (hit)
        {
            Interlocked.Increment(ref _hits);
            return polygons!;
        }

        Interlocked.Increment(ref _misses);
        polygons = derive();
        return _cache.Set(key, polygons, new MemoryCacheEntryOptions { Size = polygons.EstimatedBytes });
    }

    /// <inheritdoc />
    public void Dispose() => _cache.Dispose();
}
