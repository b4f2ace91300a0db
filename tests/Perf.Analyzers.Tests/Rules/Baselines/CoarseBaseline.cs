using Microsoft.CodeAnalysis;

namespace Perf.Analyzers.Tests.Rules.Baselines;

/// <summary>Baselines that say what can be told against them, and what the analyzer finds beside them.</summary>
internal static class CoarseBaseline
{
    public const string Id = "PERF1103";

    public const string Limits = """
        parsing:
          time_regression_threshold_pct: 3
          throughput_regression_threshold_pct: 3
          app_work_regression_threshold_pct: 3
          allocated_bytes_regression_threshold_pct: 3
        drawing:
          time_regression_threshold_pct: 20

        """;

    public static string Series(
        string resolution, string metric = "time", string test = "Adds", string launches = "[{},{},{},{},{}]") =>
        $$"""{"test":"Shop.CartTests.{{test}}","metric":"{{metric}}","resolutionPercent":{{resolution}},"launches":{{launches}}}""";

    public static string Baseline(params string[] series) =>
        $"{{\n  \"schemaVersion\": 1,\n  \"series\": [\n    {string.Join(",\n    ", series)}\n  ]\n}}\n";

    public static async Task<IReadOnlyList<Diagnostic>> Findings(
        string members, string thresholds, params (string Environment, string Series)[] baselines)
    {
        IReadOnlyList<Diagnostic> found = await CompilationOf.Findings(
            CompilationOf.Source(Verify.Usings + Verify.InFixture(members)),
            [
                CompilationOf.Thresholds(thresholds),
                .. baselines.Select(baseline => CompilationOf.AdditionalFile(
                    $"/repo/baselines/{baseline.Environment}.json", Baseline(baseline.Series))),
            ]);
        return [.. found.Where(one => one.Id == Id)];
    }
}
