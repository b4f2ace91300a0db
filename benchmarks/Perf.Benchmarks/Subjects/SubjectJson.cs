using System.Text.Json.Serialization;

namespace Perf.Benchmarks.Subjects;

/// <summary>Serialises lines of a record without reflection.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SubjectVerdict))]
internal sealed partial class SubjectJson : JsonSerializerContext;
