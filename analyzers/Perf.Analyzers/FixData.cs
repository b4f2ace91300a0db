using System.Collections.Immutable;
using System.Globalization;

namespace Perf.Analyzers;

/// <summary>What a finding hands to its fixes, so that nothing is analysed twice.</summary>
internal static class FixData
{
    /// <summary>Names to choose from, one a line, the likeliest first.</summary>
    public const string Names = "names";

    /// <summary>The name that is to be replaced by one of them.</summary>
    public const string Name = "name";

    /// <summary>The property that a literal is given to; absent for the limit itself.</summary>
    public const string Argument = "argument";

    /// <summary>The literal.</summary>
    public const string Literal = "literal";

    /// <summary>The number of the file, or one to begin with.</summary>
    public const string Number = "number";

    /// <summary>The section of the file.</summary>
    public const string Section = "section";

    /// <summary>The key of the file.</summary>
    public const string Key = "key";

    /// <summary>Present where the key has other numbers in other environments.</summary>
    public const string HasOverlays = "has overlays";

    /// <summary>The path of the file to edit.</summary>
    public const string Path = "path";

    public static ImmutableDictionary<string, string?> None => ImmutableDictionary<string, string?>.Empty;

    public static string Text(double number) => number == Math.Floor(number) && Math.Abs(number) < long.MaxValue
        ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    public static ImmutableDictionary<string, string?> With(
        this ImmutableDictionary<string, string?> data, string name, string? value) =>
        value is null ? data : data.SetItem(name, value);
}
