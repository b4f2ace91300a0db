using System.Text.Json;
using System.Text.Json.Serialization;
using Perf.Baselines;
using Perf.Files;
using Perf.Measurement;

namespace Perf.Runs;

/// <summary>The record of a run as <c>run.json</c> holds it; docs/run-record.md describes each field.</summary>
public sealed record RunDocument(
    [property: JsonRequired] int SchemaVersion,
    [property: JsonRequired] DateTimeOffset StartedAt,
    [property: JsonRequired] string Environment,
    string? Commit,
    [property: JsonRequired] string Thresholds,
    string? Baseline,
    bool Strict,
    [property: JsonRequired] Fingerprint Machine,
    [property: JsonRequired] IReadOnlyList<TestDocument> Tests)
{
    /// <summary>The version that this build writes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>When the last of its tests had ended; null in records of former versions.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The part of the suite that was run, <c>2/3</c> for the second of three; null for all of it.</summary>
    public string? Shard { get; init; }

    /// <summary>The document of a run.</summary>
    public static RunDocument Of(Run run) => Of(run, run.Tests);

    /// <summary>The document of some tests of a run.</summary>
    public static RunDocument Of(Run run, IEnumerable<TestRecord> tests) => new(
        CurrentSchemaVersion,
        run.StartedAt,
        run.Environment,
        run.Commit,
        run.Thresholds,
        run.Baseline,
        run.IsStrict,
        run.Machine,
        [.. tests.Select(TestDocument.Of)])
    {
        EndedAt = run.EndedAt,
        Shard = run.Shard,
    };

    /// <summary>Reads a document.</summary>
    /// <param name="json">The text of <c>run.json</c>.</param>
    /// <param name="path">The file, for the message.</param>
    /// <exception cref="PerfFileException">It is no record of a run, or one of a later version.</exception>
    public static RunDocument Parse(string json, string path)
    {
        try
        {
            RunDocument run = JsonSerializer.Deserialize(json, RunJsonContext.Default.RunDocument)
                ?? throw NoRecord(path, null, null, "the file says null", null);
            if (NullElement.In(json) is { } place)
            {
                throw NoRecord(path, place.Line, place.Column, "an element of a list is null", null);
            }

            return run.SchemaVersion > CurrentSchemaVersion
                ? throw new PerfFileException(
                    path, null, null, $"is of schema {run.SchemaVersion}, and this version reads {CurrentSchemaVersion}", "use the version of Perf that wrote it, or a later one")
                : run.UnknownVerdict() is { } verdict ? throw NoRecord(path, null, null, $"'{verdict}' is no verdict", null) : run;
        }
        catch (JsonException e)
        {
            throw NoRecord(path, (int?)e.LineNumber + 1, null, JsonComplaint.InWords(e), e);
        }
    }

    /// <summary>The document as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RunJsonContext.Default.RunDocument) + "\n";

    /// <summary>A verdict that there is not, which might be the worst of all; null where all are known.</summary>
    internal string? UnknownVerdict() => Tests.SelectMany(test => test.Judgements).FirstOrDefault(judgement => !judgement.IsKnown)?.Verdict;

    private static PerfFileException NoRecord(string path, int? line, int? column, string why, Exception? inner) =>
        new(path, line, column, $"is no record of a run: {why.TrimEnd('.')}", "run the tests anew", inner);
}

/// <summary>Serialises without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true,
    WriteIndented = false)]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(MergedDocument))]
[JsonSerializable(typeof(LaunchSamples))]
public sealed partial class RunJsonContext : JsonSerializerContext;
