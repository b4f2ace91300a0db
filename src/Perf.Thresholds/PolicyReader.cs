namespace Perf.Thresholds;

/// <summary>Reads the section <c>policy</c>, whose values are words.</summary>
internal sealed class PolicyReader(Action<ThresholdProblemKind, string, TextRange> report)
{
    private static readonly string[] Keys = ["inconclusive", "missing_baseline"];

    public Policy Read(
        YamlNode node, Func<YamlNode.Mapping, string, IEnumerable<(YamlNode.Scalar Key, YamlNode Value)>> unique)
    {
        Policy policy = Policy.Default;
        if (node is not YamlNode.Mapping mapping)
        {
            report(ThresholdProblemKind.WrongType, "policy holds `inconclusive` and `missing_baseline`, each warn or fail", node.Range);
            return policy;
        }

        foreach ((YamlNode.Scalar key, YamlNode value) in unique(mapping, "key"))
        {
            if (!Keys.Contains(key.Value))
            {
                report(
                    ThresholdProblemKind.UnknownKey,
                    $"policy has no {ThresholdsReader.Short(key.Value)}{ThresholdsReader.DidYouMean(key.Value, Keys)}: it knows {string.Join(" and ", Keys)}",
                    key.Range);
                continue;
            }

            if (ActionOf(value) is not { } action)
            {
                report(ThresholdProblemKind.WrongType, $"{key.Value} is neither warn nor fail: write one of them", value.Range);
                continue;
            }

            policy = key.Value == Keys[0] ? policy with { Inconclusive = action } : policy with { MissingBaseline = action };
        }

        return policy;
    }

    private static PolicyAction? ActionOf(YamlNode node) => (node as YamlNode.Scalar)?.Value switch
    {
        "warn" => PolicyAction.Warn,
        "fail" => PolicyAction.Fail,
        _ => null,
    };
}
