using Perf.Thresholds.Yaml;

namespace Perf.Thresholds.Reading;

/// <summary>Reads the tree of a thresholds file: sections, <c>environments</c>, <c>policy</c>.</summary>
internal sealed class FileReader(ProblemList problems)
{
    private const string EnvironmentsName = "environments";
    private const string PolicyName = "policy";

    private readonly NameReader _names = new(problems);
    private readonly SectionReader _sections = new(problems);

    public FileContent Read(YamlNode? root)
    {
        if (root is YamlRefused or YamlScalar { IsNull: true } or null)
        {
            return FileContent.Empty;
        }

        if (root is not YamlMapping mapping)
        {
            problems.Add(
                ThresholdProblemKind.WrongType,
                root.Range,
                "the file is not made of sections; write section: and below it key: value, indented");
            return FileContent.Empty;
        }

        IReadOnlyList<NamedNode> top = _names.Read(mapping, "section");
        IReadOnlyList<NamedNode> sections = [.. top.Where(node => node.Name is not (EnvironmentsName or PolicyName))];
        IReadOnlyList<Threshold> ofBase =
        [
            .. sections.SelectMany(section => _sections.Read(section, environment: null)),
        ];

        // Names count even where their values do not: an overlay of a key with a wrong number is no further problem.
        OverlayReader overlays = new(BaseKeys(sections), _names, _sections, problems);
        List<string> environments = [];
        List<Threshold> ofOverlays = [];
        foreach (NamedNode node in top.Where(node => node.Name == EnvironmentsName))
        {
            const string Remedy = "write environment: and below it the sections to overlay";
            foreach (NamedNode environment in _names.Entries(node, "environment", Remedy))
            {
                environments.Add(environment.Name);
                ofOverlays.AddRange(overlays.Read(environment));
            }
        }

        Policy policy = top.Where(node => node.Name == PolicyName)
            .Aggregate(Policy.Default, (current, node) => new PolicyReader(problems, _names).Read(node, current));
        return new FileContent(
            [
                .. ofBase.Concat(ofOverlays)
                    .OrderBy(threshold => threshold.Range.Line)
                    .ThenBy(threshold => threshold.Range.Column),
            ],
            [.. sections.Select(section => section.Name).Distinct()],
            [.. environments.Distinct()],
            policy);
    }

    private static Dictionary<string, HashSet<string>> BaseKeys(IEnumerable<NamedNode> sections)
    {
        Dictionary<string, HashSet<string>> keys = new(StringComparer.Ordinal);
        foreach (NamedNode section in sections)
        {
            if (!keys.TryGetValue(section.Name, out HashSet<string>? ofSection))
            {
                keys[section.Name] = ofSection = new HashSet<string>(StringComparer.Ordinal);
            }

            if (section.Value is YamlMapping mapping)
            {
                ofSection.UnionWith(
                    mapping.Entries.Select(entry => entry.Key).OfType<YamlScalar>().Select(key => key.Text));
            }
        }

        return keys;
    }
}
