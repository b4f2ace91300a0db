using System.Text.Json.Serialization;

namespace Perf.Benchmarks.Decisions;

/// <summary>Serialises the figure without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(DecisionsFigure))]
internal sealed partial class DecisionsJson : JsonSerializerContext;
