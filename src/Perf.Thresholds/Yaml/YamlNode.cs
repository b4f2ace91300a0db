namespace Perf.Thresholds.Yaml;

/// <summary>A node of the small tree that a thresholds file is.</summary>
/// <param name="Range">Where it stands.</param>
internal abstract record YamlNode(TextRange Range);

/// <summary>A single value or a key.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="IsPlain">Whether it is written without quotes.</param>
/// <param name="Range">Where it stands.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, TextRange Range) : YamlNode(Range)
{
    /// <summary>Whether it is null by the core schema.</summary>
    public bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");
}

/// <summary>Keys with values, in the order of the file.</summary>
/// <param name="Entries">The keys with their values; a key may stand twice.</param>
/// <param name="Range">Where it stands.</param>
internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, TextRange Range) : YamlNode(Range);

/// <summary>A list; no thresholds file has one, so its items are not kept.</summary>
/// <param name="Range">Where it stands.</param>
internal sealed record YamlSequence(TextRange Range) : YamlNode(Range);

/// <summary>A node with an anchor, an alias or a tag; its problem is in the list, and it is not to be used.</summary>
/// <param name="Range">Where it stands.</param>
internal sealed record YamlRefused(TextRange Range) : YamlNode(Range);

/// <summary>A key with its value.</summary>
/// <param name="Key">The key; by YAML any node can be one.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(YamlNode Key, YamlNode Value);
