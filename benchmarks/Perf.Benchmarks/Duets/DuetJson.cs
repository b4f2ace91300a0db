using System.Text.Json.Serialization;

namespace Perf.Benchmarks.Duets;

/// <summary>Serialises the figure without reflection.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(DuetFigure))]
internal sealed partial class DuetJson : JsonSerializerContext;
