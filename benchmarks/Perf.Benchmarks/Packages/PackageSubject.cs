namespace Perf.Benchmarks.Packages;

/// <summary>A package of which two published versions are compared.</summary>
/// <param name="Package">Its name.</param>
/// <param name="Test">The test that uses it.</param>
/// <param name="Operation">What the test does with it.</param>
internal sealed record PackageSubject(string Package, string Test, string Operation)
{
    /// <summary>All of them; their versions are in the project of the tests.</summary>
    public static IReadOnlyList<PackageSubject> All { get; } =
    [
        new PackageSubject("Humanizer.Core", "HumanizerSpells", "numbers as words"),
        new PackageSubject("Humanizer.Core", "HumanizerOrdinalizes", "numbers as ordinals"),
        new PackageSubject("AngleSharp", "AngleSharpSelects", "elements by selector"),
        new PackageSubject("CsvHelper", "CsvHelperReads", "fields of a text"),
    ];
}
