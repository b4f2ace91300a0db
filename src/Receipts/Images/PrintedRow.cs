namespace Receipts.Images;

/// <summary>Where a row stands between the edges of the paper.</summary>
internal enum RowAlignment
{
    /// <summary>One text in the middle.</summary>
    Centre,

    /// <summary>One text at the left edge, and maybe another at the right.</summary>
    Edges,
}

/// <summary>A row of a receipt as its printer was told to print it.</summary>
/// <param name="Text">The first, often only, text; empty for a gap.</param>
/// <param name="AtRight">A text at the right edge, usually an amount, or null.</param>
/// <param name="Alignment">Where <paramref name="Text"/> stands.</param>
/// <param name="Height">Height of capitals in thousandths of the paper's width.</param>
internal sealed record PrintedRow(string Text, string? AtRight, RowAlignment Alignment, float Height);
