using System.Globalization;
using Humanizer;
using NUnit.Framework;

namespace Perf.Benchmarks.Packages;

/// <summary>Numbers as English words and ordinals.</summary>
[TestFixture]
public sealed class HumanizerTests
{
    private const int Numbers = 5000;
    private const int Step = 7919;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Test, MaxRegression(10)]
    public void HumanizerSpells()
    {
        for (int number = 0; number < Numbers; number++)
        {
            GC.KeepAlive((number * Step).ToWords(English));
        }
    }

    [Test, MaxRegression(10)]
    public void HumanizerOrdinalizes()
    {
        for (int number = 0; number < Numbers; number++)
        {
            GC.KeepAlive((number * Step).Ordinalize(English));
        }
    }
}
