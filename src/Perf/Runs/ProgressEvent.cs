using System.Text.Json;
using System.Text.Json.Serialization;
using Perf.Statistics;

namespace Perf.Runs;

/// <summary>What a run tells while it measures: a launch that begins, pairs so far, or a verdict.</summary>
/// <param name="Test">The full name of the test.</param>
/// <param name="Launch">Which launch begins; null for the other events.</param>
/// <param name="Pairs">Pairs of the present launch so far; null for the other events.</param>
/// <param name="Ratio">What they come to, head / base; more is worse.</param>
/// <param name="StandardError">The standard error of its logarithm.</param>
/// <param name="Metric">The metric that was judged; null for the other events.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Bounds">The 99 % bounds of its ratio.</param>
public sealed record ProgressEvent(
    string Test,
    int? Launch = null,
    int? Pairs = null,
    double? Ratio = null,
    double? StandardError = null,
    string? Metric = null,
    string? Verdict = null,
    Bounds? Bounds = null);

/// <summary>A file to which a run appends an event a line, for whoever watches it.</summary>
/// <param name="Path">The file; null where nobody watches.</param>
public sealed record ProgressFile(string? Path)
{
    /// <summary>Appends an event; a watcher that went away spoils no measurement.</summary>
    public void Tell(ProgressEvent what)
    {
        if (Path is null)
        {
            return;
        }

        try
        {
            using FileStream file = new(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            file.Write(JsonSerializer.SerializeToUtf8Bytes(what, ProgressJsonContext.Default.ProgressEvent));
            file.Write("\n"u8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // See above.
        }
    }

    /// <summary>An event as a line has it; null of a line that is not whole.</summary>
    public static ProgressEvent? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ProgressJsonContext.Default.ProgressEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Serialises without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ProgressEvent))]
internal sealed partial class ProgressJsonContext : JsonSerializerContext;
