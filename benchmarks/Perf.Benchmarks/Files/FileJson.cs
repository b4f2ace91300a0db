using System.Text.Json.Serialization;

namespace Perf.Benchmarks.Files;

/// <summary>Serialises the figure without reflection.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FileFigure))]
internal sealed partial class FileJson : JsonSerializerContext;
