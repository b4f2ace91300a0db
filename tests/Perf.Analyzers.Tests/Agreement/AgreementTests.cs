using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Perf.Execution;
using Perf.Measurement;
using Perf.Measurement.Meters;
using Perf.Thresholds;
using Shouldly;

namespace Perf.Analyzers.Tests.Agreement;

/// <summary>
/// What the compiler accepts the run accepts, and the reverse, in the same words. Left out is what only the compiler says
/// (dead numbers, contradictions, what stands beside a promise) and what only the run knows (the noise and the unit of an
/// instrument: here one without either).
/// </summary>
[TestFixture]
public sealed class AgreementTests
{
    private const string Whole = """
        a:
          time_regression_threshold_pct: 10
          throughput_regression_threshold_pct: 5
          max_time_seconds: 5
          min_samples_per_second: 50
          max_p99_to_mean_ratio: 3
          max_load_ms: 40
          max_depth_count: 3
          max_allocated_bytes: 64
        b:
          time_regression_threshold_pct: 5
          max_time_seconds: 7
          min_hmean_score: 0.8
          max_gpu_memory_pct: 80
          max_gpu_memory_gb: 12
          max_cpu_memory_pct: 80
          min_hit_rate_pct: 80
          warmup_batches: 3
        empty:
        tolerance:
          measurement_noise_pct: 2

        """;

    private const string WithOverlays = Whole + """
        environments:
          gpu:
            b: { time_regression_threshold_pct: 1 }
          ci:
            tolerance: { measurement_noise_pct: 7 }

        """;

    // PERF1002 to 1007 and 1019: what attribute and file come to together.
    private static readonly HashSet<string> Shared =
        ["PERF1002", "PERF1003", "PERF1004", "PERF1005", "PERF1006", "PERF1007", "PERF1019"];

    private static readonly InstrumentChoice Instruments = new(
    [
        new SeenInstrument("app", "app.items", InstrumentKind.Counter, "{item}", 1, 1, []),
        new SeenInstrument("app", "app.lookups", InstrumentKind.Counter, "{lookup}", 1, 0, ["hit=true"]),
        new SeenInstrument("app", "app.batch.duration", InstrumentKind.Histogram, "s", 1, 1, []),
        new SeenInstrument("app", "app.score", InstrumentKind.Gauge, "1", 1, 1, []),
    ]);

    private static readonly CSharpCompilation Compiled = CompilationOf.Source(
        "using NUnit.Framework; using Perf;\npublic class T\n{\n"
        + string.Concat(AgreementCase.All.Select((one, i) => $"[Test, {Text(one)}] public void M{i}() {{ }}\n"))
        + "}\n");

    private static readonly Lazy<MethodInfo[]> Methods = new(() =>
    {
        using MemoryStream stream = new();
        Compiled.Emit(stream).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        stream.Position = 0;
        Type type = AssemblyLoadContext.Default.LoadFromStream(stream).GetType("T")!;
        return [.. AgreementCase.All.Select((_, i) => type.GetMethod($"M{i}")!)];
    });

    [TestCase(Whole)]
    [TestCase(WithOverlays)]
    [TestCase("")]
    [TestCase("empty:\n")]
    [TestCase(null)]
    public async Task CompilerAndRunAgree(string? thresholds)
    {
        IReadOnlyList<Diagnostic> findings = await CompilationOf.Findings(
            Compiled, thresholds is null ? [] : [CompilationOf.Thresholds(thresholds)]);
        ILookup<int, Diagnostic> byMethod = findings.Where(one => Shared.Contains(one.Id))
            .ToLookup(one => one.Location.GetLineSpan().StartLinePosition.Line - 3);
        ThresholdsFile file = thresholds is null ? ThresholdsFile.BuiltIn : ThresholdsFile.Parse(thresholds, "thresholds.yaml");
        List<string> disagreements = [];
        for (int i = 0; i < AgreementCase.All.Count; i++)
        {
            string[] said = [.. byMethod[i].Select(one => one.GetMessage(CultureInfo.InvariantCulture))];
            string? refused = file.Environments.Append("").Select(environment => Refusal(Methods.Value[i], file, environment))
                .FirstOrDefault(message => message is not null);
            if ((refused is null) != (said.Length == 0))
            {
                disagreements.Add($"{AgreementCase.All[i]}: compiler {(said.Length == 0 ? "accepts" : said[0])}; run {refused ?? "accepts"}");
            }
            else if (refused is not null && !said.Any(sentence => refused.Contains(Reason(sentence), StringComparison.Ordinal)))
            {
                disagreements.Add($"{AgreementCase.All[i]}: compiler says {said[0]}; run says {refused}");
            }
        }

        TestContext.Out.WriteLine($"{AgreementCase.All.Count} promises, {byMethod.Count} refused");
        disagreements.Take(20).ShouldBeEmpty($"{disagreements.Count} of {AgreementCase.All.Count}");
    }

    private static string? Refusal(MethodInfo method, ThresholdsFile file, string environment)
    {
        try
        {
            new ObjectiveBuilder(file, environment).Build(method, Instruments);
            return null;
        }
        catch (MeasurementException e)
        {
            return e.Message;
        }
    }

    // After the attribute; of a section's spelling the compiler may add what to do.
    private static string Reason(string sentence)
    {
        string reason = sentence[(sentence.IndexOf("]: ", StringComparison.Ordinal) + 3)..];
        return reason.Contains(" has no section ", StringComparison.Ordinal) ? reason.Split([" (did", ": write"], StringSplitOptions.None)[0] : reason;
    }

    private static string Text(AgreementCase one) =>
        one.Section is null ? one.Attribute : $"Section(\"{one.Section}\"), {one.Attribute}";
}
