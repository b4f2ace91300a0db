using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Perf.Baselines;

/// <summary>
/// A baseline as text: always the same text for the same content, a line for each series, so that a review sees what
/// changed.
/// </summary>
internal static class BaselineText
{
    /// <summary>The field by which a baseline is known.</summary>
    public const string SchemaVersion = "schemaVersion";

    // The encoder leaves names of tests as a reader knows them.
    private static readonly BaselineJson OneLine =
        new(new JsonSerializerOptions(BaselineJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    private static readonly BaselineJson FieldByField =
        new(new JsonSerializerOptions(OneLine.Options) { WriteIndented = true });

    /// <summary>The whole text, series sorted by test and metric, lines ended by LF.</summary>
    public static string Of(BaselineFile file)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"{SchemaVersion}\": {BaselineFile.CurrentSchemaVersion},\n");
        text.Append("  \"environment\": ").Append(Quoted(file.Environment)).Append(",\n");
        if (file.Machine is not null)
        {
            text.Append("  \"machine\": ").Append(Indented(file.Machine)).Append(",\n");
        }

        string[] lines =
        [
            .. file.Series
                .OrderBy(series => series.Test, StringComparer.Ordinal)
                .ThenBy(series => series.Metric, StringComparer.Ordinal)
                .Select(series => JsonSerializer.Serialize(series, OneLine.BaselineSeries)),
        ];
        text.Append("  \"series\": [");
        text.AppendJoin(',', lines.Select(line => $"\n    {line}"));
        return text.Append(lines.Length == 0 ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    /// <summary>
    /// A text with one series replaced, and every other letter of it as it was; the text itself where it has no line of that series.
    /// </summary>
    public static string WithSeries(string text, BaselineSeries series)
    {
        string[] lines = text.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].Trim();
            if (line.StartsWith("{\"test\"", StringComparison.Ordinal) && KeyOf(line.TrimEnd(',')) == series.Key)
            {
                string comma = line.EndsWith(',') ? "," : "";
                string end = lines[index].EndsWith('\r') ? "\r" : "";
                lines[index] = $"    {JsonSerializer.Serialize(series, OneLine.BaselineSeries)}{comma}{end}";
            }
        }

        return string.Join('\n', lines);
    }

    private static (string Test, string Metric)? KeyOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, OneLine.BaselineSeries)?.Key;
        }
        catch (JsonException)
        {
            // A series over several lines is not of our writing.
            return null;
        }
    }

    private static string Quoted(string value) => JsonSerializer.Serialize(value, OneLine.String);

    // A line break inside a value is an escape by now, so every one here is the layout's.
    private static string Indented(Fingerprint machine) =>
        JsonSerializer.Serialize(machine, FieldByField.Fingerprint).Replace("\n", "\n  ", StringComparison.Ordinal);
}
