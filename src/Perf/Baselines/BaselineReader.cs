using System.Text.Json;
using Perf.Files;

namespace Perf.Baselines;

/// <summary>Reads baselines, and refuses with file, line and remedy what cannot be one.</summary>
public static class BaselineReader
{
    /// <summary>The largest file that is read, bytes: a thousand series of five launches need a third of it.</summary>
    public const long MostBytes = 64L << 20;

    private const string Remedy = "restore it from version control or record it anew (PERF_RECORD=1)";
    private const string RemedyWhenMissing = "record it (PERF_RECORD=1) or correct the path";
    private const string RemedyWhenForeign =
        "name another file, or move this one away and record a baseline (PERF_RECORD=1)";

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = BaselineJson.DeepestNesting };

    /// <summary>Reads a baseline, of the present shape or of the original one.</summary>
    /// <exception cref="PerfFileException">
    /// The file is missing, unreadable, too large, truncated, not JSON, something else, of a newer schema, or says what
    /// cannot be true.
    /// </exception>
    public static BaselineFile Read(string path)
    {
        byte[] bytes = BoundedFile.ReadAllBytes(path, MostBytes, RemedyWhenMissing);
        StrictJson json = StrictJson.Check(path, bytes, BaselineJson.DeepestNesting, Remedy);
        using JsonDocument document = JsonDocument.Parse(json.Text, DocumentOptions);
        JsonElement root = document.RootElement;
        bool isObject = root.ValueKind == JsonValueKind.Object;
        if (isObject && root.TryGetProperty(BaselineText.SchemaVersion, out JsonElement schema))
        {
            CheckSchema(schema, json);
            return ReadPresentShape(json);
        }

        return isObject && OriginalShape.Matches(root)
            ? OriginalShape.Read(root, json)
            : throw json.Wrong("$", $"is no baseline: it has no {BaselineText.SchemaVersion}", RemedyWhenForeign);
    }

    private static void CheckSchema(JsonElement schema, StrictJson json)
    {
        string path = $"$.{BaselineText.SchemaVersion}";
        if (schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out int version) || version < 1)
        {
            throw json.Wrong(path, $"{BaselineText.SchemaVersion} is {schema.GetRawText()}, no schema");
        }

        if (version > BaselineFile.CurrentSchemaVersion)
        {
            throw json.Wrong(
                path,
                $"is of schema {version}, this version reads up to {BaselineFile.CurrentSchemaVersion}",
                "update Perf, or record into another file");
        }
    }

    private static BaselineFile ReadPresentShape(StrictJson json)
    {
        BaselineFile file;
        try
        {
            file = JsonSerializer.Deserialize(json.Text.Span, BaselineJson.Default.BaselineFile)
                ?? throw json.Wrong("$", "is null");
        }
        catch (JsonException exception)
        {
            throw json.Wrong(exception.Path, Explain(exception), inner: exception);
        }

        return BaselineCheck.Problems(file).FirstOrDefault() is { } first
            ? throw json.Wrong(first.JsonPath, first.Problem)
            : file;
    }

    // Line and column lead there.
    private static string Explain(JsonException exception) =>
        JsonComplaint.InWords(exception, exception.Path is { } path ? path[(path.LastIndexOf('.') + 1)..] : "$");
}
