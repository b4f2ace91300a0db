using System.Text.Json.Serialization;

namespace Perf.Tool.Documents;

/// <summary>How the documents of <c>--json</c> are written; generated, so that no reflection is needed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(Completions.CompletionScript))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(SelfTests.SelfTestDocument))]
internal sealed partial class ToolJson : JsonSerializerContext;
