using System.Globalization;

namespace Perf.Thresholds;

/// <summary>A stretch of a text as editors count: lines and UTF-16 columns from 1, the end exclusive.</summary>
/// <param name="Line">The line of its first character.</param>
/// <param name="Column">The column of its first character.</param>
/// <param name="EndLine">The line on which it ends.</param>
/// <param name="EndColumn">The column after its last character.</param>
public readonly record struct TextRange(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The place of the first character, <c>6:3</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}:{1}", Line, Column);
}
