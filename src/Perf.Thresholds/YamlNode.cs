namespace Perf.Thresholds;

/// <summary>A node of the small tree that a thresholds file is.</summary>
internal abstract record YamlNode(TextRange Range)
{
    /// <summary>A value, plain or quoted.</summary>
    public sealed record Scalar(string Value, bool IsPlain, TextRange Range) : YamlNode(Range);

    /// <summary>Keys and values in their order; a key may stand twice.</summary>
    public sealed record Mapping(List<(Scalar Key, YamlNode Value)> Entries, TextRange Range) : YamlNode(Range);

    /// <summary>A list; its items are of no use to us.</summary>
    public sealed record Sequence(TextRange Range) : YamlNode(Range);
}
