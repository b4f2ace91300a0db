using System.Text.Json.Serialization;
using Perf.Tool.Acceptances;
using Perf.Tool.Baselines;
using Perf.Tool.Checks;
using Perf.Tool.Comparisons;
using Perf.Tool.Imports;
using Perf.Tool.Merges;
using Perf.Tool.Reports;

namespace Perf.Tool.Documents;

/// <summary>How the documents of <c>--json</c> are written; generated, so that no reflection is needed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(Completions.CompletionScript))]
[JsonSerializable(typeof(Doctors.DoctorDocument))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(SelfTests.SelfTestDocument))]
[JsonSerializable(typeof(AcceptDocument))]
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(ComparisonDocument))]
[JsonSerializable(typeof(ImportDocument))]
[JsonSerializable(typeof(MergeReportDocument))]
[JsonSerializable(typeof(PruneDocument))]
[JsonSerializable(typeof(SeriesListDocument))]
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ToolJson : JsonSerializerContext;
