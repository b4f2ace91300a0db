using System.Text.Json.Serialization;

namespace Perf.Benchmarks.Duets;

/// <summary>Serialises lines of the record, and the figure, without reflection.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(DuetVerdict))]
[JsonSerializable(typeof(DuetFigure))]
internal sealed partial class DuetJson : JsonSerializerContext;
