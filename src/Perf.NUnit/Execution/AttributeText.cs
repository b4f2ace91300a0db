using System.Globalization;

namespace Perf.Execution;

/// <summary>Writes an attribute the way it stands in the code, for messages.</summary>
internal static class AttributeText
{
    /// <summary><c>[MaxMetric("receipts.hmean", 0.8)]</c>.</summary>
    public static string Of(SloAttribute attribute)
    {
        string name = attribute.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal);
        Promise[] promises;
        try
        {
            promises = [.. attribute.Promises()];
        }
        catch (FormatException)
        {
            promises = [];
        }

        List<string> arguments = [];
        if (attribute is MaxMetricAttribute or MinMetricAttribute)
        {
            arguments.Add($"\"{attribute.Instrument}\"");
        }

        if (promises.FirstOrDefault()?.OfKey.Literal is { } literal)
        {
            arguments.Add(literal.ToString(CultureInfo.InvariantCulture));
        }

        if (attribute is MaxRegressionAttribute { Metric: not "time" } regression)
        {
            arguments.Add($"Metric = \"{regression.Metric}\"");
        }

        if (attribute is not (MaxMetricAttribute or MinMetricAttribute) && attribute.Instrument is { } instrument)
        {
            arguments.Add($"Instrument = \"{instrument}\"");
        }

        return arguments.Count == 0 ? $"[{name}]" : $"[{name}({string.Join(", ", arguments)})]";
    }
}
