using System.Globalization;
using System.Reflection;

namespace Perf.Benchmarks.Duets;

/// <summary>How much a build does: real work, more items of the same kind.</summary>
internal static class Work
{
    private static readonly int Percent = 100 + int.Parse(
        typeof(Work).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(note => note.Key == "ExtraWorkPercent").Value!,
        CultureInfo.InvariantCulture);

    /// <summary>So many items in a build without extra work, a multiple of 100.</summary>
    public static int Items(int count) => count / 100 * Percent;
}
