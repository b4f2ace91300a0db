using System.Text;
using System.Text.Json;
using Perf.Files;
using Perf.Runs;
using Perf.Tool.Imports;

namespace Perf.Tool.Runs;

/// <summary>Reads records of runs: <c>run.json</c>, and what <c>merge</c> made of several.</summary>
internal static class RunFiles
{
    /// <summary>The name of a run's record in its folder.</summary>
    public const string Name = "run.json";

    /// <summary>The runs of some files, in their order.</summary>
    /// <param name="paths">Files, each with one run or with merged ones; or folders with a <c>run.json</c>.</param>
    /// <exception cref="PerfFileException">
    /// A file is missing, unreadable, named twice, of a newer schema, or no record of a run.
    /// </exception>
    public static IReadOnlyList<RunFile> Read(IEnumerable<string> paths)
    {
        List<RunFile> runs = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (string path in paths.Select(path => Directory.Exists(path) ? Path.Combine(path, Name) : path))
        {
            if (!known.Add(Path.GetFullPath(path)))
            {
                throw new PerfFileException(path, null, null, "is named twice", "name each file once");
            }

            runs.AddRange(RunsOf(ForeignFile.Read(path)).Select(run => new RunFile(path, run)));
        }

        return runs;
    }

    /// <summary>Whether a JSON document looks like a run, or like merged ones.</summary>
    public static bool Matches(JsonElement root) => Has(root, "tests") || IsMerged(root);

    /// <summary>The runs of a file.</summary>
    /// <exception cref="PerfFileException">It is of a newer schema, or no record of a run.</exception>
    public static IReadOnlyList<RunDocument> RunsOf(ForeignFile file)
    {
        if (!file.Is(Matches))
        {
            throw file.Json.Wrong("$", "is no record of a run", "name the run.json of a run, or what dotnet perf merge made of several");
        }

        string text = Encoding.UTF8.GetString(file.Json.Text.Span);
        return file.Is(IsMerged) ? MergedDocument.Parse(text, file.Path).Runs : [RunDocument.Parse(text, file.Path)];
    }

    private static bool IsMerged(JsonElement root) => Has(root, "runs");

    private static bool Has(JsonElement root, string array) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(array, out JsonElement value) && value.ValueKind == JsonValueKind.Array;
}
