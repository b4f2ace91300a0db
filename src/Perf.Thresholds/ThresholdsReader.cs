namespace Perf.Thresholds;

/// <summary>Makes thresholds and problems of the tree of a file; a value with a problem is never used.</summary>
internal sealed class ThresholdsReader
{
    private const int MostProblems = 100;
    private const string EnvironmentsKey = "environments";
    private const string PolicyKey = "policy";

    private readonly List<ThresholdProblem> _problems = [];
    private readonly List<Threshold> _thresholds = [];
    private readonly List<string> _environments = [];
    private readonly List<string> _sections = [];
    private Policy _policy = Policy.Default;

    private ThresholdsReader()
    {
    }

    /// <summary>Reads a text; never throws on its content.</summary>
    public static ThresholdsContent Read(string text)
    {
        ThresholdsReader reader = new();
        reader.ReadRoot(YamlTree.Read(text, reader._problems));
        return new ThresholdsContent(
            reader._thresholds,
            [.. reader._problems.Take(MostProblems)],
            reader._policy,
            reader._environments,
            reader._sections);
    }

    private void ReadRoot(YamlNode? root)
    {
        if (root is null or YamlNode.Scalar { Value: "" })
        {
            return;
        }

        if (root is not YamlNode.Mapping file)
        {
            Report(ThresholdProblemKind.WrongType, "the file is no mapping: write sections, each with `key: number` below it", root.Range);
            return;
        }

        List<(YamlNode.Scalar Key, YamlNode Value)> entries = [.. Unique(file, "section")];
        foreach ((YamlNode.Scalar key, YamlNode value) in entries.Where(entry => entry.Key.Value is not (EnvironmentsKey or PolicyKey)))
        {
            _sections.Add(key.Value);
            ReadSection(key, value, environment: null);
        }

        // Overlays come after all of the base, wherever they stand: they may name only what it has.
        foreach ((YamlNode.Scalar key, YamlNode value) in entries)
        {
            if (key.Value == EnvironmentsKey)
            {
                ReadEnvironments(value);
            }
            else if (key.Value == PolicyKey)
            {
                _policy = new PolicyReader(Report).Read(value, Unique);
            }
        }
    }

    private void ReadEnvironments(YamlNode value)
    {
        foreach ((YamlNode.Scalar name, YamlNode overlay) in MappingOf(value, "`environments` holds environments, each with sections below it"))
        {
            _environments.Add(name.Value);
            foreach ((YamlNode.Scalar section, YamlNode keys) in MappingOf(overlay, $"environment {name.Value} holds sections, each with `key: number` below it"))
            {
                if (_sections.Contains(section.Value))
                {
                    ReadSection(section, keys, name.Value);
                }
                else
                {
                    Report(
                        ThresholdProblemKind.NotInBase,
                        $"the base has no section {section.Value} to overlay{DidYouMean(section.Value, _sections)}: write it there too",
                        section.Range);
                }
            }
        }
    }

    private void ReadSection(YamlNode.Scalar section, YamlNode value, string? environment)
    {
        foreach ((YamlNode.Scalar key, YamlNode number) in MappingOf(value, $"section {section.Value} holds `key: number`"))
        {
            if (KindOf(key) is not { } kind)
            {
                continue;
            }

            if (environment is not null && !_thresholds.Any(t => t.Environment is null && t.Section == section.Value && t.Key == key.Value))
            {
                Report(
                    ThresholdProblemKind.NotInBase,
                    $"section {section.Value} of the base has no {key.Value} to overlay: write it there too",
                    key.Range);
            }
            else if (NumberOf(key.Value, number, kind) is { } read)
            {
                _thresholds.Add(new Threshold(section.Value, key.Value, read, environment, number.Range));
            }
        }
    }

    private ObjectiveKind? KindOf(YamlNode.Scalar key)
    {
        ObjectiveKind? kind = ObjectiveTable.ForKey(key.Value);
        bool named = ObjectiveTable.FixedKeys.Contains(key.Value);
        if (kind is not null && (named || kind.Attribute is not ("MaxMetric" or "MinMetric")))
        {
            return kind;
        }

        if (KeySuspicion.Of(key.Value) is { } suspicion)
        {
            Report(suspicion.Kind, suspicion.Message, key.Range);
            return null;
        }

        return kind;
    }

    private double? NumberOf(string key, YamlNode node, ObjectiveKind kind)
    {
        if (node is not YamlNode.Scalar { IsPlain: true } scalar || !NumberText.TryRead(scalar.Value, out double value))
        {
            string found = node is YamlNode.Scalar text ? $"\"{Short(text.Value)}\"" : "a list or a section";
            string remedy = node is YamlNode.Scalar { Value: var percent } && percent.EndsWith("%", StringComparison.Ordinal)
                && NumberText.TryRead(percent.TrimEnd('%').Trim(), out _)
                    ? $"write {percent.TrimEnd('%').Trim()}"
                    : $"write {kind.Range}, without quotes or unit";
            Report(ThresholdProblemKind.WrongType, $"{key} is {found}, no number: {remedy}", node.Range);
            return null;
        }

        if (!kind.Range.Contains(value))
        {
            Report(ThresholdProblemKind.OutOfRange, $"{key} cannot be {Short(scalar.Value)}: write {kind.Range}{Unit(kind)}", node.Range);
            return null;
        }

        return value;
    }

    private IEnumerable<(YamlNode.Scalar Key, YamlNode Value)> MappingOf(YamlNode node, string expected)
    {
        if (node is YamlNode.Mapping mapping)
        {
            return Unique(mapping, "key");
        }

        // A section whose keys are all commented out is empty, not wrong.
        if (node is not YamlNode.Scalar { IsPlain: true, Value: "" or "~" or "null" })
        {
            Report(ThresholdProblemKind.WrongType, expected, node.Range);
        }

        return [];
    }

    private IEnumerable<(YamlNode.Scalar Key, YamlNode Value)> Unique(YamlNode.Mapping mapping, string what)
    {
        Dictionary<string, TextRange> seen = new(StringComparer.Ordinal);
        foreach ((YamlNode.Scalar key, YamlNode value) in mapping.Entries)
        {
            if (seen.TryGetValue(key.Value, out TextRange first))
            {
                Report(ThresholdProblemKind.Duplicate, $"the {what} {Short(key.Value)} stands in line {first.Line} already: keep one of them", key.Range);
                continue;
            }

            seen.Add(key.Value, key.Range);
            yield return (key, value);
        }
    }

    private void Report(ThresholdProblemKind kind, string message, TextRange range)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new ThresholdProblem(kind, message, range));
        }
    }

    internal static string DidYouMean(string written, IEnumerable<string> known) =>
        Spelling.Nearest(written, known) is { Count: > 0 } near ? $" (did you mean {string.Join(" or ", near)}?)" : "";

    internal static string Short(string text) => text.Length > 40 ? text.Substring(0, 40) + "…" : text;

    private static string Unit(ObjectiveKind kind) => kind.Unit is "" or "1" ? "" : $", in {kind.Unit}";
}
