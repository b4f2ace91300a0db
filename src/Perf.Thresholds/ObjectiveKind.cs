namespace Perf.Thresholds;

/// <summary>
/// What belongs together: an attribute, its key of the thresholds file, and what the key's number means.
/// </summary>
/// <param name="Attribute">The attribute without its suffix, <c>MaxDuration</c>; empty where none has the key.</param>
/// <param name="Key">
/// The key, <c>max_time_seconds</c>; or the pattern of many, <c>max_&lt;metric&gt;_&lt;unit&gt;</c>.
/// </param>
/// <param name="Unit">The unit of the number as UCUM writes it; <c>GiBy</c> is 2³⁰ bytes.</param>
/// <param name="Better">Which way of the bounded number is better, so which of two bounds is stricter.</param>
/// <param name="Range">The numbers that can be.</param>
/// <param name="Noisy">
/// Whether the same code is known to give another number in the next run; of a metric that is not built in only the run
/// tells, so false.
/// </param>
public sealed record ObjectiveKind(
    string Attribute,
    string Key,
    string Unit,
    Direction Better,
    ValueRange Range,
    bool Noisy)
{
    /// <summary>
    /// Whether the number bounds a metric; one that does not is a setting, and no stricter than another.
    /// </summary>
    public bool IsLimit { get; init; } = true;

    /// <summary>What the number holds a test to, in a sentence for who writes the file.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether <see cref="Key"/> is a pattern that many keys follow.</summary>
    public bool IsPattern { get; init; }

    /// <summary>The only section in which the key may stand; null where any will do.</summary>
    public string? OnlySection { get; init; }

    // The range in words that go on after "write".
    internal string Wanted => Range.IsWhole || Range == ValueRange.Finite ? Range.ToString() : $"a number {Range}";
}
