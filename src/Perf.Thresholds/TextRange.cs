namespace Perf.Thresholds;

/// <summary>A place in a text; lines and columns count from 1, the end is exclusive.</summary>
public readonly record struct TextRange(int Line, int Column, int EndLine, int EndColumn);
