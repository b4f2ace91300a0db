namespace Perf.Thresholds.Reading;

/// <summary>Reads the overlays of an environment: numbers for sections and keys that the file itself has.</summary>
/// <param name="baseKeys">The keys of each section of the file.</param>
/// <param name="names">Reads names.</param>
/// <param name="sections">Reads sections.</param>
/// <param name="problems">Takes the problems.</param>
internal sealed class OverlayReader(
    IReadOnlyDictionary<string, HashSet<string>> baseKeys,
    NameReader names,
    SectionReader sections,
    ProblemList problems)
{
    public IEnumerable<Threshold> Read(NamedNode environment)
    {
        foreach (NamedNode section in names.Entries(environment, "section", "write section: and below it key: value"))
        {
            if (!baseKeys.TryGetValue(section.Name, out HashSet<string>? keys))
            {
                Unknown(section, "section", $"environments.{environment.Name}.{section.Name}", baseKeys.Keys);
                continue;
            }

            IReadOnlyList<NamedNode> entries = names.Entries(
                section, "key", "write key: value below the section, indented");
            foreach (NamedNode entry in entries.Where(entry => IsKey(entry) && !keys.Contains(entry.Name)))
            {
                Unknown(entry, "key", $"environments.{environment.Name}.{section.Name}.{entry.Name}", keys);
            }

            // A key that is none is told so by the grammar, which knows what was meant.
            IEnumerable<NamedNode> known = entries.Where(entry => !IsKey(entry) || keys.Contains(entry.Name));
            foreach (Threshold threshold in sections.Numbers(known, section.Name, environment.Name))
            {
                yield return threshold;
            }
        }
    }

    private static bool IsKey(NamedNode entry) => KeyGrammar.Read(entry.Name).Kind is not null;

    private void Unknown(NamedNode node, string what, string name, IEnumerable<string> known)
    {
        if (problems.IsFull)
        {
            return;
        }

        string remedy = Spelling.Nearest(node.Name, known).FirstOrDefault() is { } meant
            ? $"did you mean {Excerpt.Of(meant)}?"
            : $"write the {what} there first, or remove it here";
        problems.Add(
            ThresholdProblemKind.UnknownInBase,
            node.NameRange,
            $"{name} overlays a {what} that the file has not outside of environments; {remedy}");
    }
}
