using System.Text.Json;
using System.Text.Json.Serialization;
using Perf.Baselines;
using Perf.Duets;
using Perf.Files;
using Perf.Judging;
using Perf.Measurement;
using Perf.Statistics;

namespace Perf.Runs;

/// <summary>The record of a run as <c>run.json</c> holds it; docs/run-record.md describes each field.</summary>
public sealed record RunDocument(
    int SchemaVersion,
    DateTimeOffset StartedAt,
    string Environment,
    string? Commit,
    string Thresholds,
    string? Baseline,
    bool Strict,
    Fingerprint Machine,
    IReadOnlyList<TestDocument> Tests)
{
    /// <summary>The version that this build writes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The document of a run.</summary>
    public static RunDocument Of(Run run) => new(
        CurrentSchemaVersion,
        run.StartedAt,
        run.Environment,
        run.Commit,
        run.Thresholds,
        run.Baseline,
        run.IsStrict,
        run.Machine,
        [.. run.Tests.Select(TestDocument.Of)]);

    /// <summary>Reads a document.</summary>
    /// <param name="json">The text of <c>run.json</c>.</param>
    /// <param name="path">The file, for the message.</param>
    /// <exception cref="PerfFileException">It is no record of a run.</exception>
    public static RunDocument Parse(string json, string path)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RunJsonContext.Default.RunDocument)
                ?? throw new PerfFileException(path, null, null, "is no record of a run", "run the tests anew");
        }
        catch (JsonException e)
        {
            throw new PerfFileException(path, (int?)e.LineNumber + 1, null, $"is no record of a run: {e.Message}", "run the tests anew", e);
        }
    }

    /// <summary>The document as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RunJsonContext.Default.RunDocument) + "\n";
}

/// <summary>A test in <c>run.json</c>.</summary>
public sealed record TestDocument(
    TestReference Test,
    string? Error,
    IReadOnlyList<JudgementDocument> Judgements,
    IReadOnlyList<LaunchSamples> Launches)
{
    /// <summary>The launches beside a base build; none without one.</summary>
    public IReadOnlyList<DuetDocument> Duets
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>The launches beside a control; none where no baseline file was compared with.</summary>
    public IReadOnlyList<ControlledDocument> Controlled
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>The document of a test.</summary>
    public static TestDocument Of(TestRecord test) =>
        new(test.Test, test.Error, [.. test.Judgements.Select(JudgementDocument.Of)], test.Launches)
        {
            Duets = [.. test.Duets.Select(DuetDocument.Of)],
            Controlled = [.. test.Controlled.Select(ControlledDocument.Of)],
        };
}

/// <summary>A judgement in <c>run.json</c>; numbers are in <paramref name="Unit"/> where nothing else is said.</summary>
public sealed record JudgementDocument(
    string Metric,
    string Unit,
    string Verdict,
    string Attribute,
    string? Threshold,
    double? Current,
    double? Limit,
    double? Baseline,
    string? BaselineSource,
    double? AllowedPercent,
    double? Ratio,
    Bounds? RatioBounds,
    double? SmallestDetectablePercent,
    int Launches,
    long Samples,
    double Seconds,
    bool Improved,
    string Reason)
{
    /// <summary>How much a duet varied; null where there was none.</summary>
    public DuetSpread? Spread { get; init; }

    /// <summary>What a comparison with a baseline file had to overcome; null where there was none.</summary>
    public ControlEvidence? Control { get; init; }

    /// <summary>The stages of the body that moved, the largest first; none where it is not known.</summary>
    public IReadOnlyList<StageShift> Stages
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>The document of a judgement.</summary>
    public static JudgementDocument Of(Judgement judgement) => new(
        judgement.Objective.MetricInWords,
        judgement.Objective.Metric.Unit,
        judgement.VerdictInWords,
        judgement.Objective.Origin.Attribute,
        judgement.Objective.Origin.Threshold,
        judgement.Current,
        judgement.Limit,
        judgement.Baseline?.Value,
        judgement.Baseline?.Source,
        judgement.Baseline?.AllowedPercent,
        judgement.Ratio,
        judgement.RatioBounds,
        judgement.SmallestDetectablePercent,
        judgement.Launches,
        judgement.Samples,
        judgement.Seconds,
        judgement.IsImproved,
        judgement.Reason)
    {
        Spread = judgement.Spread,
        Control = judgement.Control,
        Stages = judgement.Stages,
    };
}

/// <summary>Serialises without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    WriteIndented = false)]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(LaunchSamples))]
public sealed partial class RunJsonContext : JsonSerializerContext;
