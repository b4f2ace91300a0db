namespace Perf.Thresholds.Editing;

/// <summary>A change of one stretch of a thresholds file; everything else, comments and line ends too, stays.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">How many characters are replaced; 0 to insert.</param>
/// <param name="Text">What takes their place.</param>
public readonly record struct ThresholdsEdit(int Start, int Length, string Text)
{
    /// <summary>The text with the change made.</summary>
    public string Apply(string text) => text.Remove(Start, Length).Insert(Start, Text);
}
