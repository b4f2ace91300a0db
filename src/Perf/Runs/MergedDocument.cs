using System.Text.Json;
using System.Text.Json.Serialization;
using Perf.Files;

namespace Perf.Runs;

/// <summary>Several runs in one document, as <c>dotnet perf merge</c> writes it: those of a CI matrix.</summary>
/// <param name="SchemaVersion">The version of this shape.</param>
/// <param name="Runs">The runs; the shards of one suite are one of them.</param>
public sealed record MergedDocument(
    [property: JsonRequired] int SchemaVersion,
    [property: JsonRequired] IReadOnlyList<RunDocument> Runs)
{
    /// <summary>The version that this build writes.</summary>
    public const int CurrentSchemaVersion = 1;

    private const string RemedyWhenNewer = "use the version of Perf that wrote it, or a later one";

    /// <summary>The document of some runs.</summary>
    public static MergedDocument Of(IReadOnlyList<RunDocument> runs) => new(CurrentSchemaVersion, runs);

    /// <summary>Reads a document.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="path">The file, for the message.</param>
    /// <exception cref="PerfFileException">It is no document of merged runs, or one of a later version.</exception>
    public static MergedDocument Parse(string json, string path)
    {
        try
        {
            MergedDocument merged = JsonSerializer.Deserialize(json, RunJsonContext.Default.MergedDocument)
                ?? throw NoRuns(path, null, null, "the file says null", null);
            CheckSchema(path, merged.SchemaVersion, CurrentSchemaVersion);
            foreach (RunDocument run in merged.Runs)
            {
                CheckSchema(path, run?.SchemaVersion ?? throw NoRuns(path, null, null, "a run is null", null), RunDocument.CurrentSchemaVersion);
            }

            if (NullElement.In(json) is { } place)
            {
                throw NoRuns(path, place.Line, place.Column, "an element of a list is null", null);
            }

            return merged.Runs.Select(run => run.UnknownVerdict()).FirstOrDefault(verdict => verdict is not null) is { } verdict
                ? throw NoRuns(path, null, null, $"'{verdict}' is no verdict", null)
                : merged;
        }
        catch (JsonException e)
        {
            throw NoRuns(path, (int?)e.LineNumber + 1, null, JsonComplaint.InWords(e), e);
        }
    }

    /// <summary>The document as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RunJsonContext.Default.MergedDocument) + "\n";

    private static void CheckSchema(string path, int version, int current)
    {
        if (version > current)
        {
            throw new PerfFileException(path, null, null, $"is of schema {version}, and this version reads {current}", RemedyWhenNewer);
        }
    }

    private static PerfFileException NoRuns(string path, int? line, int? column, string why, Exception? inner) =>
        new(path, line, column, $"holds no merged runs: {why.TrimEnd('.')}", "merge them anew", inner);
}
