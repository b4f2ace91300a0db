using NUnit.Framework;

namespace Perf.TestData.Sharded;

/// <summary>Notes what was set up and run, in the file that the runner names.</summary>
internal static class ShardJournal
{
    private static readonly string? Path = Environment.GetEnvironmentVariable("SHARD_JOURNAL");

    public static void Note(string what)
    {
        if (Path is not null)
        {
            File.AppendAllText(Path, what + "\n");
        }
    }
}

[SetUpFixture]
public sealed class AroundAllSetUp
{
    [OneTimeSetUp]
    public void SetUp() => ShardJournal.Note("set up: around all");
}

/// <summary>All of it is in one shard of two.</summary>
[TestFixture, Section("sleep")]
public sealed class AloneFixture
{
    [OneTimeSetUp]
    public void SetUp() => ShardJournal.Note("set up: alone");

    [Test, MaxDuration(30)]
    public void Alone() => ShardJournal.Note("Alone");
}

/// <summary>Its methods are in both shards of two.</summary>
[TestFixture, Section("sleep")]
public sealed class MixedFixture
{
    [OneTimeSetUp]
    public void SetUp() => ShardJournal.Note("set up: mixed");

    [Test, MaxDuration(30)]
    public void First() => ShardJournal.Note("First");

    [Test, MaxDuration(30)]
    public void Second() => ShardJournal.Note("Second");

    [TestCase(1), TestCase(2), TestCase(3), TestCase(4), MaxDuration(30)]
    public void Cases(int number) => ShardJournal.Note($"Cases {number}");
}

/// <summary>Its name would hold the version of its argument's assembly.</summary>
[TestFixture(typeof(int)), Section("sleep")]
public sealed class GenericFixture<T>
{
    [Test, MaxDuration(30)]
    public void OfAnyType() => ShardJournal.Note($"OfAnyType {typeof(T).Name}");
}
