using System.Text.Json.Serialization;

namespace Perf.Benchmarks.Packages;

/// <summary>Serialises the figure without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(PackagesFigure))]
internal sealed partial class PackagesJson : JsonSerializerContext;
