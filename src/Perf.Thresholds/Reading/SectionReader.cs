using Perf.Thresholds.Yaml;

namespace Perf.Thresholds.Reading;

/// <summary>Reads the keys and numbers of a section.</summary>
internal sealed class SectionReader(ProblemList problems)
{
    private readonly NameReader _names = new(problems);
    private readonly ValueReader _values = new(problems);

    /// <summary>The numbers that are good.</summary>
    /// <param name="section">The section.</param>
    /// <param name="environment">The environment whose overlay it is; null for the file's own section.</param>
    public IEnumerable<Threshold> Read(NamedNode section, string? environment)
    {
        if (section.Value is YamlScalar { IsNull: false } && KeyGrammar.Read(section.Name).Kind is not null)
        {
            problems.Add(
                ThresholdProblemKind.WrongType,
                section.NameRange,
                $"{section.Name} stands outside of a section; write one such as validation: above it, and indent it");
            return [];
        }

        return Numbers(
            _names.Entries(section, "key", "write key: value below the section, indented"), section.Name, environment);
    }

    /// <summary>The numbers of those entries that are good.</summary>
    public IEnumerable<Threshold> Numbers(IEnumerable<NamedNode> entries, string section, string? environment)
    {
        string place = environment is null ? section : $"environments.{environment}.{section}";
        foreach (NamedNode entry in entries.TakeWhile(_ => !problems.IsFull))
        {
            string name = $"{place}.{Excerpt.Of(entry.Name)}";
            if (Kind(entry, section, name) is { } kind
                && _values.Read(entry.Value, kind, name) is { } value
                && !entry.IsDuplicate)
            {
                yield return new Threshold(section, entry.Name, value, environment, entry.Value.Range);
            }
        }
    }

    private ObjectiveKind? Kind(NamedNode entry, string section, string name)
    {
        KeyReading key = KeyGrammar.Read(entry.Name);
        if (key.Kind is not { } kind)
        {
            problems.Add(key.ProblemKind, entry.NameRange, $"{name} {key.Problem}");
            return null;
        }

        if (kind.OnlySection is { } only && only != section)
        {
            problems.Add(
                ThresholdProblemKind.UnknownKey,
                entry.NameRange,
                $"{name} counts in the section {only} only; move it there");
            return null;
        }

        return kind;
    }
}
