using Perf.Thresholds.Yaml;

namespace Perf.Thresholds.Reading;

/// <summary>Reads <c>policy</c>: what strict mode makes of tests that could not be judged.</summary>
internal sealed class PolicyReader(ProblemList problems, NameReader names)
{
    private const string Inconclusive = "inconclusive";
    private const string MissingBaseline = "missing_baseline";

    public Policy Read(NamedNode policy, Policy current)
    {
        const string Remedy = "write inconclusive: warn or missing_baseline: fail below it, indented";
        foreach (NamedNode entry in names.Entries(policy, "key", Remedy))
        {
            current = entry.Name switch
            {
                Inconclusive => current with { Inconclusive = Action(entry) ?? current.Inconclusive },
                MissingBaseline => current with { MissingBaseline = Action(entry) ?? current.MissingBaseline },
                _ => Unknown(entry, current),
            };
        }

        return current;
    }

    private PolicyAction? Action(NamedNode entry)
    {
        PolicyAction? action = entry.Value switch
        {
            YamlScalar { Text: "warn" } => PolicyAction.Warn,
            YamlScalar { Text: "fail" } => PolicyAction.Fail,
            _ => null,
        };
        if (action is null && entry.Value is not YamlRefused)
        {
            string found = entry.Value is YamlScalar scalar
                ? $"is '{Excerpt.Of(scalar.Text)}'"
                : "is not a single value";
            problems.Add(
                ThresholdProblemKind.WrongType, entry.Value.Range, $"policy.{entry.Name} {found}; write warn or fail");
        }

        return entry.IsDuplicate ? null : action;
    }

    private Policy Unknown(NamedNode entry, Policy current)
    {
        string remedy = Spelling.Nearest(entry.Name, [Inconclusive, MissingBaseline]).FirstOrDefault() is { } meant
            ? $"did you mean {meant}?"
            : $"write {Inconclusive} or {MissingBaseline}";
        problems.Add(
            ThresholdProblemKind.UnknownKey,
            entry.NameRange,
            $"policy.{Excerpt.Of(entry.Name)} is no known key; {remedy}");
        return current;
    }
}
