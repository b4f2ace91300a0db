using System.Runtime.CompilerServices;

namespace Perf.Measurement.Controls;

/// <summary>
/// What ordinary managed code does: makes strings of numbers, counts them in a hash table, sorts, and follows references.
/// Nothing of the class library is called, since that is compiled in tiers: every method here is compiled once and for all.
/// </summary>
public sealed class Mixed : IControl
{
    private const int Numbers = 6000;
    private const int Words = 400;
    private const int Buckets = 256;
    private const int LongestWord = 6;
    private const uint HashStart = 2166136261;
    private const uint HashFactor = 16777619;

    private readonly char[] _text = new char[LongestWord];
    private readonly int[] _heads = new int[Buckets];
    private readonly Word[] _words = new Word[Words];
    private readonly int[] _sorted = new int[Words];

    /// <inheritdoc />
    public int Version => 1;

    /// <summary>What the latest run came to: its words, its comparisons and the steps of its searches.</summary>
    public uint Checksum { get; private set; }

    /// <inheritdoc />
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run()
    {
        int[] heads = _heads;
        for (int bucket = 0; bucket < heads.Length; bucket++)
        {
            heads[bucket] = -1;
        }

        uint random = 88172645;
        uint steps = 0;
        int count = 0;
        for (int i = 0; i < Numbers; i++)
        {
            // Xorshift (Marsaglia 2003).
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            Format(random % Words);
            count += Count(count, ref steps);
        }

        Word[] words = _words;
        int[] sorted = _sorted;
        uint sum = 0;
        for (int i = 0; i < count; i++)
        {
            sorted[i] = (words[i].Times << 20) ^ (int)(words[i].Hash & 0xFFFFF);
            sum = (sum * 31) + (uint)words[i].Text.Length;
        }

        steps += Sort(sorted, count);
        for (int i = 0; i < count; i++)
        {
            sum = (sum * 31) + (uint)sorted[i];
        }

        Checksum = (sum * 31) + steps;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Format(uint number)
    {
        char[] text = _text;
        for (int place = LongestWord - 1; place >= 0; place--)
        {
            text[place] = (char)('0' + (number % 10));
            number /= 10;
        }
    }

    // 1 where the word is new.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int Count(int count, ref uint steps)
    {
        char[] text = _text;
        uint hash = HashStart;
        for (int i = 0; i < text.Length; i++)
        {
            hash = (hash ^ text[i]) * HashFactor;
        }

        int bucket = (int)(hash % Buckets);
        for (int index = _heads[bucket]; index >= 0; index = _words[index].Next)
        {
            steps++;
            Word word = _words[index];
            if (word.Hash == hash && AreEqual(word.Text, text))
            {
                word.Times++;
                return 0;
            }
        }

        char[] kept = new char[LongestWord];
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = text[i];
        }

        _words[count] = new Word { Text = kept, Hash = hash, Times = 1, Next = _heads[bucket] };
        _heads[bucket] = count;
        return 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static bool AreEqual(char[] one, char[] other)
    {
        bool areEqual = one.Length == other.Length;
        for (int i = 0; areEqual && i < one.Length; i++)
        {
            areEqual = one[i] == other[i];
        }

        return areEqual;
    }

    // Heapsort (Williams 1964); the number of its comparisons.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static uint Sort(int[] values, int count)
    {
        uint comparisons = 0;
        for (int root = (count / 2) - 1; root >= 0; root--)
        {
            comparisons += Sift(values, root, count);
        }

        for (int end = count - 1; end > 0; end--)
        {
            (values[0], values[end]) = (values[end], values[0]);
            comparisons += Sift(values, 0, end);
        }

        return comparisons;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static uint Sift(int[] values, int root, int end)
    {
        uint comparisons = 0;
        for (int child = (2 * root) + 1; child < end; child = (2 * root) + 1)
        {
            comparisons += 2;
            if (child + 1 < end && values[child + 1] > values[child])
            {
                child++;
            }

            if (values[root] >= values[child])
            {
                break;
            }

            (values[root], values[child]) = (values[child], values[root]);
            root = child;
        }

        return comparisons;
    }

    private sealed class Word
    {
        public required char[] Text { get; init; }

        public required uint Hash { get; init; }

        public required int Next { get; init; }

        public int Times { get; set; }
    }
}
