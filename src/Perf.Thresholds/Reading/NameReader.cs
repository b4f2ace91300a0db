using System.Text.RegularExpressions;
using Perf.Thresholds.Yaml;

namespace Perf.Thresholds.Reading;

/// <summary>Reads the names of a mapping and finds those that stand twice.</summary>
internal sealed class NameReader(ProblemList problems)
{
    // What an attribute and an environment variable can name too.
    private static readonly Regex Name = new(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant);

    /// <summary>The entries of a mapping that is to hold sections, environments or the like.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="what">What a name in it stands for.</param>
    public IReadOnlyList<NamedNode> Read(YamlMapping mapping, string what) => Read(mapping, what, mustBeName: true);

    /// <summary>The entries of a section; what may be a key is left to <see cref="KeyGrammar"/>.</summary>
    public IReadOnlyList<NamedNode> Keys(YamlMapping mapping) => Read(mapping, "key", mustBeName: false);

    /// <summary>The entries below a name; none, with a problem, when there is something else than entries.</summary>
    public IReadOnlyList<NamedNode> Entries(NamedNode node, string what, string remedy)
    {
        switch (node)
        {
            case { IsDuplicate: true } or { Value: YamlRefused or YamlScalar { IsNull: true } }:
                return [];
            case { Value: YamlMapping mapping }:
                return what == "key" ? Keys(mapping) : Read(mapping, what);
            default:
                problems.Add(
                    ThresholdProblemKind.WrongType,
                    node.Value.Range,
                    $"{Excerpt.Of(node.Name)} has a value where entries are wanted; {remedy}");
                return [];
        }
    }

    private List<NamedNode> Read(YamlMapping mapping, string what, bool mustBeName)
    {
        Dictionary<string, TextRange> first = new(StringComparer.Ordinal);
        HashSet<string> duplicates = new(StringComparer.Ordinal);
        List<(YamlScalar Key, YamlNode Value)> entries = [];
        foreach (YamlEntry entry in mapping.Entries)
        {
            if (entry.Key is not YamlScalar key)
            {
                RefuseKey(entry.Key, what);
            }
            else if (mustBeName && (key.Text.Length > Excerpt.LongestName || !Name.IsMatch(key.Text)))
            {
                problems.Add(
                    ThresholdProblemKind.UnknownKey,
                    key.Range,
                    $"'{Excerpt.Of(key.Text)}' cannot be a name ({what}); use letters, digits, '_', '-' and '.'");
            }
            else
            {
                if (first.TryGetValue(key.Text, out TextRange place))
                {
                    duplicates.Add(key.Text);
                    problems.Add(
                        ThresholdProblemKind.Duplicate,
                        key.Range,
                        $"{what} {Excerpt.Of(key.Text)} stands in line {place.Line} too: neither counts; remove one");
                }
                else
                {
                    first.Add(key.Text, key.Range);
                }

                entries.Add((key, entry.Value));
            }
        }

        return
        [
            .. entries.Select(entry =>
                new NamedNode(entry.Key.Text, entry.Key.Range, entry.Value, duplicates.Contains(entry.Key.Text))),
        ];
    }

    private void RefuseKey(YamlNode key, string what)
    {
        if (key is not YamlRefused)
        {
            problems.Add(
                ThresholdProblemKind.WrongType,
                key.Range,
                $"a {what} must have a name, not a list or a mapping; write name: value");
        }
    }
}
