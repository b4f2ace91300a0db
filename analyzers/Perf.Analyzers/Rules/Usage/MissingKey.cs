using System.Collections.Immutable;
using Perf.Analyzers.Model;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>What is needed to write a missing key into the file.</summary>
internal static class MissingKey
{
    // Of a key that nobody has a usual number for: the user writes the real one.
    private const double SomeNumber = 1;

    // The limits that the product's own attributes and files begin with.
    private const double UsualRegressionPercent = 10;
    private const double UsualTailRatio = 2;

    /// <summary>Path, section, key and a number to begin with; nothing where no file or no key is there.</summary>
    public static ImmutableDictionary<string, string?> Data(Term term, SloMethod method)
    {
        if (method.Thresholds.Path is not { } path
            || term.Promise.Key is not { } key
            || ObjectiveTable.ForKey(key) is not { } kind)
        {
            return FixData.None;
        }

        string section = term.Promise.Section ?? method.Section.Name ?? SectionFor(method);
        return FixData.None
            .With(FixData.Path, path)
            .With(FixData.Section, section)
            .With(FixData.Key, key)
            .With(FixData.Number, FixData.Text(term.Promise.Literal ?? Usual(kind)));
    }

    private static double Usual(ObjectiveKind kind) =>
        ThresholdsFile.BuiltIn.Thresholds.FirstOrDefault(threshold => threshold.Key == kind.Key)?.Value
        ?? kind.Attribute switch
        {
            "MaxRegression" => UsualRegressionPercent,
            "MaxTailRatio" => UsualTailRatio,
            "MaxAllocations" => 0,
            _ => SomeNumber,
        };

    // ValidationTests.KeepsItsPace -> validation
    private static string SectionFor(SloMethod method)
    {
        string name = method.Method.ContainingType.Name;
        string[] suffixes = ["Tests", "Test", "Fixture"];
        string suffix = suffixes.FirstOrDefault(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)) ?? "";
        return name.Substring(0, name.Length - suffix.Length).ToLowerInvariant();
    }
}
