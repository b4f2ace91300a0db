using System.Globalization;
using System.Text;

namespace Perf.Tool.Reports.OpenMetrics;

/// <summary>A metric family of OpenMetrics: its description, and its samples, each label set once.</summary>
/// <param name="name">Its name; it ends in its unit where it has one.</param>
/// <param name="type"><c>gauge</c>, <c>stateset</c> or <c>info</c>.</param>
/// <param name="unit">The unit; null for none.</param>
/// <param name="help">What it is, a sentence.</param>
internal sealed class MetricFamily(string name, string type, string? unit, string help)
{
    private readonly HashSet<string> _labelSets = new(StringComparer.Ordinal);
    private readonly StringBuilder _samples = new();

    /// <summary>Adds a sample; one of the same labels that is there already stays.</summary>
    public void Add(double value, params IReadOnlyList<(string Name, string Value)> labels)
    {
        string set = labels.Count == 0 ? "" : $"{{{string.Join(',', labels.Select(label => $"{label.Name}=\"{Escaped(label.Value)}\""))}}}";
        if (_labelSets.Add(set))
        {
            _samples.Append(name).Append(type == "info" ? "_info" : "").Append(set).Append(' ').Append(Number(value)).Append('\n');
        }
    }

    /// <summary>The family as text; empty without samples.</summary>
    public override string ToString()
    {
        if (_labelSets.Count == 0)
        {
            return "";
        }

        string ofUnit = unit is null ? "" : $"# UNIT {name} {unit}\n";
        return $"# TYPE {name} {type}\n{ofUnit}# HELP {name} {Escaped(help)}\n{_samples}";
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);
}
