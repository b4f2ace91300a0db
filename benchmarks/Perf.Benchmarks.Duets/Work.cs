using System.Globalization;
using System.Reflection;

namespace Perf.Benchmarks.Duets;

/// <summary>
/// How much work this build does. Extra work is more items of the same kind, and an item is the same work whatever
/// their number: what grows otherwise, or costs a call once, would make of 15 % more work less than 15 % more time.
/// </summary>
internal static class Work
{
    /// <summary>Room for the items of every build, so that all reserve the same memory.</summary>
    public const int MostItems = 150;

    /// <summary>Items of a body: 100, and one more for each percent of extra work.</summary>
    public static readonly int Items = 100 + int.Parse(
        typeof(Work).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(note => note.Key == "ExtraWorkPercent").Value!,
        CultureInfo.InvariantCulture);
}
