using System.Text.Json;
using Perf.Files;
using Perf.Runs;

namespace Perf.Tool.Runs;

/// <summary>Reads records of runs: <c>run.json</c>, and what <c>merge</c> made of several.</summary>
internal static class RunFiles
{
    /// <summary>The name of a run's record in its folder.</summary>
    public const string Name = "run.json";

    // The samples of a suite of a thousand tests, each of several launches.
    private const long MostBytes = 1L << 30;

    private const int DeepestNesting = 64;
    private const string Remedy = "name the run.json of a run, or run the tests anew";

    /// <summary>The runs of some files, in their order.</summary>
    /// <param name="paths">Files, each with one run or with merged ones; or folders with a <c>run.json</c>.</param>
    /// <exception cref="PerfFileException">
    /// A file is missing, unreadable, named twice, of a newer schema, or no record of a run.
    /// </exception>
    public static IReadOnlyList<RunFile> Read(IEnumerable<string> paths)
    {
        List<RunFile> runs = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (string path in paths.Select(FileOf))
        {
            if (!known.Add(Path.GetFullPath(path)))
            {
                throw new PerfFileException(path, null, null, "is named twice", "name each file once");
            }

            runs.AddRange(RunsOf(path).Select(run => new RunFile(path, run)));
        }

        return runs;
    }

    /// <summary>Whether a JSON document looks like a run, or like merged ones.</summary>
    public static bool Matches(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && (Has(root, "tests") || Has(root, "runs"));

    private static string FileOf(string path) => Directory.Exists(path) ? Path.Combine(path, Name) : path;

    private static IReadOnlyList<RunDocument> RunsOf(string path)
    {
        byte[] bytes = BoundedFile.ReadAllBytes(path, MostBytes, "correct the path, or run the tests anew");
        StrictJson json = StrictJson.Check(path, bytes, DeepestNesting, Remedy);
        using JsonDocument document = JsonDocument.Parse(json.Text, new JsonDocumentOptions { MaxDepth = DeepestNesting });
        JsonElement root = document.RootElement;
        if (!Matches(root))
        {
            throw json.Wrong("$", "is no record of a run");
        }

        string text = System.Text.Encoding.UTF8.GetString(json.Text.Span);
        if (!Has(root, "runs"))
        {
            CheckRun(root, "$", json);
            return [RunDocument.Parse(text, path)];
        }

        CheckSchema(root, "$", MergedDocument.CurrentSchemaVersion, json);
        foreach ((int index, JsonElement run) in root.GetProperty("runs").EnumerateArray().Index())
        {
            CheckRun(run, $"$.runs[{index}]", json);
        }

        return MergedDocument.Parse(text, path).Runs;
    }

    // The generated reader takes what is missing for null; what everybody reads must be there.
    private static void CheckRun(JsonElement run, string at, StrictJson json)
    {
        if (run.ValueKind != JsonValueKind.Object || !Has(run, "tests"))
        {
            throw json.Wrong(at, "is no record of a run");
        }

        CheckSchema(run, at, RunDocument.CurrentSchemaVersion, json);
        Require(run, at, json, JsonValueKind.String, "startedAt", "environment", "thresholds");
        Require(run, at, json, JsonValueKind.Object, "machine");
        foreach ((int index, JsonElement test) in run.GetProperty("tests").EnumerateArray().Index())
        {
            string place = $"{at}.tests[{index}]";
            if (test.ValueKind != JsonValueKind.Object)
            {
                throw json.Wrong(place, "is no test of a run");
            }

            Require(test, place, json, JsonValueKind.Object, "test");
            Require(test.GetProperty("test"), $"{place}.test", json, JsonValueKind.String, "fullName", "className", "methodName", "project");
            Require(test, place, json, JsonValueKind.Array, "judgements", "launches");
        }
    }

    private static void CheckSchema(JsonElement element, string at, int current, StrictJson json)
    {
        if (!element.TryGetProperty("schemaVersion", out JsonElement schema)
            || schema.ValueKind != JsonValueKind.Number
            || !schema.TryGetInt32(out int version)
            || version < 1)
        {
            throw json.Wrong(at, "is no record of a run: it has no schemaVersion");
        }

        if (version > current)
        {
            throw json.Wrong($"{at}.schemaVersion", $"is of schema {version}, this version reads up to {current}", "update Perf.Tool");
        }
    }

    private static void Require(JsonElement element, string at, StrictJson json, JsonValueKind kind, params string[] names)
    {
        foreach (string name in names)
        {
            if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind != kind)
            {
                throw json.Wrong(at, $"is no record of a run: {name} is missing, or of the wrong kind");
            }
        }
    }

    private static bool Has(JsonElement element, string array) =>
        element.TryGetProperty(array, out JsonElement value) && value.ValueKind == JsonValueKind.Array;
}
