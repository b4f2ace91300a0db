using System.Text.Json.Serialization;

namespace Perf.Baselines;

/// <summary>How baselines are written as JSON; generated, so that no reflection is needed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    MaxDepth = DeepestNesting,
    NewLine = "\n")]
[JsonSerializable(typeof(BaselineFile))]
internal sealed partial class BaselineJson : JsonSerializerContext
{
    /// <summary>How deep a file may nest; a baseline itself needs six levels.</summary>
    public const int DeepestNesting = 32;
}
