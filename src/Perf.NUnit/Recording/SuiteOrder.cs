using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Perf.Recording;

/// <summary>
/// Gives the tests of an assembly another order, so that each of them has other neighbours in every process that records. What
/// a user has put in order stays in it.
/// </summary>
internal static class SuiteOrder
{
    /// <summary>Shuffles suites within suites and tests within fixtures.</summary>
    /// <param name="suite">The assembly, or what is below it.</param>
    /// <param name="random">Decides.</param>
    public static void Shuffle(ITest suite, Random random)
    {
        ITest[] children = [.. suite.Tests];
        if (!children.Any(child => child.Properties.ContainsKey(PropertyNames.Order)))
        {
            int[] places = [.. Enumerable.Range(0, children.Length)];
            random.Shuffle(places);
            foreach ((int index, ITest child) in children.Index())
            {
                child.Properties.Set(PropertyNames.Order, places[index]);
            }
        }

        foreach (ITest child in children)
        {
            Shuffle(child, random);
        }
    }
}
