using System.Text.Json.Serialization;

namespace Perf.Benchmarks.Figures;

/// <summary>Serialises figures without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(Figure))]
internal sealed partial class FigureJson : JsonSerializerContext;
