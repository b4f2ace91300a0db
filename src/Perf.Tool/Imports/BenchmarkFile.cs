using System.Text.Json;
using Perf.Files;

namespace Perf.Tool.Imports;

/// <summary>A report of BenchmarkDotNet and the file that it was read from.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Report">The report.</param>
internal sealed record BenchmarkFile(string Path, BenchmarkReport Report)
{
    /// <summary>How deep a report may nest.</summary>
    public const int DeepestNesting = 32;

    private const string Remedy = "run the benchmarks anew with --exporters fulljson";
    private const string DateForm = "yyyyMMdd-HHmmss";

    /// <summary>Whether a JSON document is such a report.</summary>
    public static bool Matches(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Benchmarks", out JsonElement benchmarks) && benchmarks.ValueKind == JsonValueKind.Array;

    /// <summary>Reads a report.</summary>
    /// <param name="path">The file.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="PerfFileException">It lacks what a full report has.</exception>
    public static BenchmarkFile Read(string path, StrictJson json)
    {
        try
        {
            BenchmarkReport report = JsonSerializer.Deserialize(json.Text.Span, BenchmarkJson.Default.BenchmarkReport)
                ?? throw json.Wrong("$", "is no report of BenchmarkDotNet", Remedy);
            return report.Benchmarks.Any(benchmark => benchmark is null)
                ? throw json.Wrong("$.Benchmarks", "is no report of BenchmarkDotNet: a benchmark is null", Remedy)
                : report.Benchmarks.Any(benchmark => benchmark.Measurements is not null)
                ? new BenchmarkFile(path, report)
                : throw json.Wrong("$", "has no measurements: it is a brief report of BenchmarkDotNet, or all of its benchmarks failed", Remedy);
        }
        catch (JsonException e)
        {
            throw json.Wrong(e.Path, $"is no report of BenchmarkDotNet: {e.Message.Split(". Path:")[0]}", Remedy, e);
        }
    }

    /// <summary>When it was written: as its title says, in the time of this machine, else as the file system does.</summary>
    public DateTimeOffset At =>
        Report.Title is { Length: > 15 } title
        && DateTime.TryParseExact(title[^DateForm.Length..], DateForm, null, System.Globalization.DateTimeStyles.AssumeLocal, out DateTime said)
            ? new DateTimeOffset(said)
            : File.GetLastWriteTimeUtc(Path);

    /// <summary>The machine in words, as far as the report tells.</summary>
    public string MachineInWords => Report.HostEnvironmentInfo is { } host
        ? string.Join(", ", new[] { host.ProcessorName, host.LogicalCoreCount is { } cores ? $"{cores} logical cores" : null, host.Architecture, host.OsVersion, host.RuntimeVersion }.OfType<string>())
        : "unknown";
}
