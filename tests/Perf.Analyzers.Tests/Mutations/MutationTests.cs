using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Perf.Tests.Architecture;
using Shouldly;

namespace Perf.Analyzers.Tests.Mutations;

/// <summary>The real suite and its real policy, broken by hand in one place after another.</summary>
[TestFixture]
public sealed class MutationTests
{
    private const string Yaml = "thresholds.yaml";
    private const string Validation = "ValidationTests.cs";
    private const string Stages = "StageTests.cs";
    private const string Baseline = "cpu.json";
    private const string Recorded =
        """{"series":[{"test":"Perf.Regression.ValidationTests.ValidationKeepsItsPace","metric":"time","resolutionPercent":2.5}]}""";

    private static readonly string Root = Repository.Root;

    private static readonly Mutation[] Mutations =
    [
        new(Validation, "Section(\"validation\")", "Section(\"validaton\")", "PERF1005"),
        new(Validation, ", Section(\"validation\")", "", "PERF1007", "MaxRegression"),
        new(Validation, "[Test, MaxRegression", "[MaxRegression", "PERF1001"),
        new(Validation, "MaxRegression,", "MaxRegression(25),", "PERF1008"),
        new(Validation, "MaxRegression,", "MaxRegression(-5),", "PERF1002"),
        new(Validation, "MaxRegression,", "MaxRegression(1.5),", "PERF1003"),
        new(Validation, "MaxRegression,", "MaxRegression, MaxRegression(5),", "PERF1010"),
        new(Validation, "MinThroughput]", "MinThroughput(3)]", "PERF1008"),
        new(Validation, "MinThroughput]", "MinThroughput, Retry(3)]", "PERF1011"),
        new(Validation, "MinThroughput]", "MinThroughput, Repeat(2)]", "PERF1011"),
        new(Validation, "MinThroughput]", "MinThroughput, Parallelizable]", "PERF1012"),
        new(Validation, "MinThroughput]", "MinThroughput, Explicit]", "PERF1013"),
        new(Validation, "MinThroughput]", "MinThroughput, MaxDuration, MaxTime(100)]", "PERF1014"),
        new(Validation, "public void ValidationKeepsItsPace() =>", "public async void ValidationKeepsItsPace() =>", "PERF1017"),
        new(Validation, "MaxTailRatio]", "MaxTailRatio(Percentile = 120)]", "PERF1002"),
        new(Validation, "MaxTailRatio]", "MaxTailRatio(Percentile = 99)]", "PERF1004"),
        new(Validation, "=> _validation.Run(Subject.OneReceipt);", "=> _validation.Run([Subject.Receipts[new System.Random().Next(1)]]);", "PERF1018"),
        new("MemoryTests.cs", "MaxCpuMemory]", "MaxCpuMemory(800)]", "PERF1002"),
        new("CacheTests.cs", "MinCacheHitRate]", "MinCacheHitRate(50)]", "PERF1008"),
        new("CacheTests.cs", "[Test, MinCacheHitRate]", "[Test]", "PERF1016", "Section(\"cache\")"),
        new(Stages, "stages.max_load_ms", "stages.max_laod_ms", "PERF1006"),
        new(Stages, "stages.max_forward_ms", "stage.max_forward_ms", "PERF1005"),
        new(Stages, "MaxAllocations,", "MaxAllocations(1024),", "PERF1008"),
        new("QualityTests.cs", "MinMetric(", "MaxMetric(", "PERF1019"),
        new("QualityTests.cs", ", Key = \"quality.min_hmean_score\"", "", "PERF1004", "MinMetric"),
        new(Yaml, "max_time_seconds: 300", "max_tme_seconds: 300", "PERF2002"),
        new(Yaml, "max_time_seconds: 300", "max_time_minutes: 5", "PERF2004"),
        new(Yaml, "max_time_seconds: 300", "max_time_seconds: soon", "PERF2003"),
        new(Yaml, "max_cpu_memory_pct: 80", "max_cpu_memory_pct: 800", "PERF2005"),
        new(Yaml, "max_cpu_memory_pct: 80", "max_cpu_memory_pct: 80\n  max_cpu_memory_pct: 70", "PERF2006", "max_cpu_memory_pct: 70"),
        new(Yaml, "  max_cpu_memory_pct: 80", "\tmax_cpu_memory_pct: 80", "PERF2001"),
        new(Yaml, "validation: { min", "validtion: { min", "PERF2007"),
        new(Yaml, "validation: { min_samples", "validation: &v { min_samples", "PERF2008"),
        new(Yaml, "max_score_ms: 20", "max_score_ms: 20\n  max_store_ms: 20", "PERF2009", "max_store_ms"),
        new(Yaml, "min_hit_rate_pct: 80", "# min_hit_rate_pct: 80", "PERF1004", "MinCacheHitRate]", "CacheTests.cs"),
        new(Yaml, "min_hmean_score: 0.80", "min_recall_score: 0.80", "PERF1006", "MinMetric(", "QualityTests.cs"),
        new(Yaml, "measurement_noise_pct: 2", "measurement_noise_pct: 12", "PERF1003", "MaxRegression, MinThroughput", Validation),
        new(Baseline, "ValidationKeepsItsPace", "ValidationKeepsPace", "PERF1102", "ValidationKeepsItsPace", Validation),
        new(Baseline, "\"resolutionPercent\":2.5", "\"resolutionPercent\":25", "PERF1103", "MaxRegression, MinThroughput", Validation),
    ];

    private static readonly Dictionary<string, string> Files = Directory
        .EnumerateFiles(Path.Combine(Root, "tests", "Perf.Regression"), "*.cs")
        .Append(Path.Combine(Root, "baselines", Yaml))
        .Select(path => (Name: Path.GetFileName(path), Text: File.ReadAllText(path)))
        .Append((Name: Baseline, Text: Recorded))
        .ToDictionary(file => file.Name, file => file.Text);

    [Test]
    public async Task TheSuiteItselfHasNoFinding() =>
        (await Findings(Files)).Where(found => found.Id != "PERF1101").ShouldBeEmpty();

    [TestCaseSource(nameof(Mutations))]
    public async Task ASlipIsCaughtWhereItIs(Mutation mutation)
    {
        string text = Files[mutation.File];
        int at = text.IndexOf(mutation.Text, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{mutation.File} has changed: write the slip for what it says now");
        Dictionary<string, string> files = new(Files)
        {
            [mutation.File] = text[..at] + mutation.Slip + text[(at + mutation.Text.Length)..],
        };

        string place = mutation.In ?? mutation.File;
        int line = mutation.At is null
            ? text[..at].Count(letter => letter == '\n')
            : files[place][..files[place].IndexOf(mutation.At, StringComparison.Ordinal)].Count(letter => letter == '\n');
        IReadOnlyList<Diagnostic> found = [.. (await Findings(files)).Where(one => one.Id == mutation.Id)];
        found.ShouldNotBeEmpty();
        FileLinePositionSpan[] places = [.. found.Select(one => one.Location.GetLineSpan())];
        places.ShouldContain(
            span => Path.GetFileName(span.Path) == place && span.StartLinePosition.Line == line,
            string.Join('\n', found));
    }

    [Test]
    public void ThereAreEnoughSlips() => Mutations.Length.ShouldBeGreaterThanOrEqualTo(25);

    private static async Task<IEnumerable<Diagnostic>> Findings(IReadOnlyDictionary<string, string> files)
    {
        const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.IO;";
        Compilation compilation = CompilationOf.Sources(
            files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal))
                .Select(file => (file.Key, file.Value))
                .Append(("Usings.cs", Usings)));
        IReadOnlyList<Diagnostic> found = await CompilationOf.Findings(
            compilation,
            CompilationOf.Thresholds(files[Yaml]),
            CompilationOf.AdditionalFile($"/repo/baselines/{Baseline}", files[Baseline]));
        return found.Where(one => one.Severity != DiagnosticSeverity.Hidden);
    }
}
