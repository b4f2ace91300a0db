using System.Globalization;
using System.Text.Json.Serialization;

namespace Perf.Tool.Imports;

/// <summary>What is wanted of BenchmarkDotNet's <c>*-report-full.json</c>; the names are its own.</summary>
/// <param name="Title">The class, and when it ran: <c>Shop.Sorting-20261126-014542</c>.</param>
/// <param name="HostEnvironmentInfo">The machine, as far as it tells.</param>
/// <param name="Benchmarks">The benchmarks, one for each method, job and set of parameters.</param>
internal sealed record BenchmarkReport(
    string? Title,
    BenchmarkHost? HostEnvironmentInfo,
    [property: JsonRequired] IReadOnlyList<Benchmark> Benchmarks);

/// <summary>The machine of a report.</summary>
internal sealed record BenchmarkHost(
    string? BenchmarkDotNetVersion,
    string? OsVersion,
    string? ProcessorName,
    int? LogicalCoreCount,
    string? RuntimeVersion,
    string? Architecture)
{
    /// <summary>The major version of .NET in <c>.NET 10.0.12 (10.0.12, …)</c>; null of another runtime.</summary>
    [JsonIgnore]
    public int? RuntimeMajor
    {
        get
        {
            const string Before = ".NET ";
            return RuntimeVersion is { } runtime
                && runtime.StartsWith(Before, StringComparison.Ordinal)
                && int.TryParse(runtime[Before.Length..].Split('.')[0], CultureInfo.InvariantCulture, out int major)
                    ? major
                    : null;
        }
    }
}

/// <summary>A benchmark of a report.</summary>
/// <param name="DisplayInfo">Method, job and parameters.</param>
/// <param name="Namespace">The namespace of its class.</param>
/// <param name="Type">Its class.</param>
/// <param name="Method">Its method.</param>
/// <param name="FullName">Its name with its parameters.</param>
/// <param name="Memory">What it allocates; null without the memory diagnoser.</param>
/// <param name="Measurements">Every measurement; none where it failed.</param>
internal sealed record Benchmark(
    string? DisplayInfo,
    string? Namespace,
    string? Type,
    string? Method,
    [property: JsonRequired] string FullName,
    BenchmarkMemory? Memory,
    IReadOnlyList<BenchmarkMeasurement>? Measurements);

/// <summary>What a benchmark allocates.</summary>
internal sealed record BenchmarkMemory(double? BytesAllocatedPerOperation);

/// <summary>A measurement of a benchmark.</summary>
/// <param name="IterationMode"><c>Workload</c> for the benchmark itself.</param>
/// <param name="IterationStage"><c>Actual</c> as it was measured, <c>Result</c> without the overhead and outliers.</param>
/// <param name="LaunchIndex">Which process, from 1.</param>
/// <param name="Operations">How often the benchmark ran.</param>
/// <param name="Nanoseconds">What that took, ns.</param>
internal sealed record BenchmarkMeasurement(
    string? IterationMode, string? IterationStage, int LaunchIndex, long Operations, double Nanoseconds);

/// <summary>Reads without reflection.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BenchmarkReport))]
internal sealed partial class BenchmarkJson : JsonSerializerContext;
