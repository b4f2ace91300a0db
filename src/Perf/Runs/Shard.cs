using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Perf.Runs;

/// <summary>One part of a suite that is split over several machines. Each test is in exactly one of them, on every machine alike.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct Shard(int Number, int Count)
{
    /// <summary>How a shard is written, for messages.</summary>
    public const string Form = "write i/n, the number of the shard, from 1, and how many there are: 2/3";

    /// <summary>Reads one as <see cref="ToString"/> writes it.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Shard shard)
    {
        shard = default;
        if (text?.Split('/') is not [var number, var count]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int which)
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int many)
            || which < 1 || which > many)
        {
            return false;
        }

        shard = new Shard(which, many);
        return true;
    }

    /// <summary>The number of the shard that a test is in; all cases of a method are in one, since they share what is set up.</summary>
    /// <param name="method">The full name of the test's method, without arguments.</param>
    /// <param name="count">How many shards there are.</param>
    public static int NumberOf(string method, int count)
    {
        // A hash of the runtime's own differs from process to process.
        ReadOnlySpan<byte> hash = SHA256.HashData(Encoding.UTF8.GetBytes(method));
        return 1 + (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)count);
    }

    /// <summary>As a user writes it: <c>2/3</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number}/{Count}");
}
