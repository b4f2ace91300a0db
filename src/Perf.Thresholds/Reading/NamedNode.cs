using Perf.Thresholds.Yaml;

namespace Perf.Thresholds.Reading;

/// <summary>An entry whose key is a good name.</summary>
/// <param name="Name">The name.</param>
/// <param name="NameRange">Where the name stands.</param>
/// <param name="Value">What it names.</param>
/// <param name="IsDuplicate">
/// Whether the name stands twice in its mapping; nobody knows which was meant, so neither value counts.
/// </param>
internal sealed record NamedNode(string Name, TextRange NameRange, YamlNode Value, bool IsDuplicate);
