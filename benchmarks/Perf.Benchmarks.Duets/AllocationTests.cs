using System.Globalization;
using NUnit.Framework;

namespace Perf.Benchmarks.Duets;

/// <summary>Managed code that allocates much: the words of a line counted, a line an item.</summary>
[TestFixture]
public sealed class AllocationTests
{
    private const int Words = 200;

    private readonly string _line = Line();

    [Test, MaxRegression(10)]
    public void Allocating()
    {
        for (int item = 0; item < Work.Items; item++)
        {
            Dictionary<string, int> counts = [];
            foreach (string word in _line.Split(' '))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }

            GC.KeepAlive(counts.OrderByDescending(count => count.Value).ToList());
        }
    }

    private static string Line()
    {
        Random random = new(1);
        return string.Join(
            ' ', Enumerable.Range(0, Words).Select(_ => random.Next(100).ToString(CultureInfo.InvariantCulture)));
    }
}
