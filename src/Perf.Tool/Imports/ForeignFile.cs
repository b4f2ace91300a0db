using System.Text.Json;
using Perf.Files;

namespace Perf.Tool.Imports;

/// <summary>A JSON file of which it is not known yet what it is.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Json">Its text.</param>
internal sealed record ForeignFile(string Path, StrictJson Json)
{
    private const long MostBytes = 1L << 30;
    private const int DeepestNesting = 64;
    private const string Remedy = "name a run.json, a baseline, or BenchmarkDotNet's *-report-full.json";

    /// <summary>Reads a file.</summary>
    /// <exception cref="PerfFileException">It is missing, unreadable, too large, or not JSON.</exception>
    public static ForeignFile Read(string path)
    {
        byte[] bytes = BoundedFile.ReadAllBytes(path, MostBytes, "correct the path");
        return new ForeignFile(path, StrictJson.Check(path, bytes, DeepestNesting, Remedy));
    }

    /// <summary>Whether the root of the document is of some kind.</summary>
    public bool Is(Func<JsonElement, bool> kind)
    {
        using JsonDocument document = JsonDocument.Parse(Json.Text, new JsonDocumentOptions { MaxDepth = DeepestNesting });
        return kind(document.RootElement);
    }
}
