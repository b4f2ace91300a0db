using System.Text.Json;
using Perf.Files;

namespace Perf.Runs;

/// <summary>Several runs in one document, as <c>dotnet perf merge</c> writes it: those of a CI matrix.</summary>
/// <param name="SchemaVersion">The version of this shape.</param>
/// <param name="Runs">The runs; the shards of one suite are one of them.</param>
public sealed record MergedDocument(int SchemaVersion, IReadOnlyList<RunDocument> Runs)
{
    /// <summary>The version that this build writes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The document of some runs.</summary>
    public static MergedDocument Of(IReadOnlyList<RunDocument> runs) => new(CurrentSchemaVersion, runs);

    /// <summary>Reads a document.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="path">The file, for the message.</param>
    /// <exception cref="PerfFileException">It is no document of merged runs.</exception>
    public static MergedDocument Parse(string json, string path)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RunJsonContext.Default.MergedDocument)
                ?? throw new PerfFileException(path, null, null, "holds no runs", "merge them anew");
        }
        catch (JsonException e)
        {
            throw new PerfFileException(path, (int?)e.LineNumber + 1, null, $"holds no runs: {e.Message}", "merge them anew", e);
        }
    }

    /// <summary>The document as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RunJsonContext.Default.MergedDocument) + "\n";
}
