using NUnit.Framework;
using SQLitePCL;

namespace Perf.DuetData;

/// <summary>
/// Bodies beside a native library of which each build brings another version. Those that are judged by time sleep, so that no
/// neighbour decides.
/// </summary>
[TestFixture]
public sealed class ApartFixture
{
    private sqlite3? _database;

    [OneTimeSetUp]
    public void Load() => Batteries_V2.Init();

    [SetUp]
    public void Open() => raw.sqlite3_open(":memory:", out _database);

    [TearDown]
    public void Close()
    {
        Journal.Note($"closed {raw.sqlite3_libversion().utf8_to_string()} in {AppContext.BaseDirectory}");
        _database?.Dispose();
    }

    [Test, MaxRegression(10)]
    public void Tripled() => Thread.Sleep(Side.IsHead ? 15 : 5);

    [Test, MaxRegression(10), MaxAllocations(100_000)]
    public void Unchanged()
    {
        raw.sqlite3_exec(_database, "select 1");
        Thread.Sleep(5);
    }

    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void AllocatesMore() => GC.KeepAlive(new byte[Side.IsHead ? 1008 : 1000]);

#if HEAD
    [Test, MaxRegression(0, Metric = "allocated_bytes")]
    public void OnlyInHead() => GC.KeepAlive(new byte[1000]);

    [Test, MaxRegression(0, Metric = "allocated_bytes"), PerfVersion(2)]
#else
    [Test, MaxRegression(0, Metric = "allocated_bytes")]
#endif
    public void RaisedVersion() => GC.KeepAlive(new byte[1000]);
}
