using Perf.Baselines;
using Perf.Duets;
using Perf.Judging;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Runs;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Tool.Tests.Reports.Html;

/// <summary>Runs with made-up numbers: every verdict, every way of measuring, as many tests as wanted.</summary>
internal static class MadeUpRuns
{
    public static RunDocument Of(params TestDocument[] tests) => new(
        RunDocument.CurrentSchemaVersion,
        new DateTimeOffset(2026, 11, 26, 9, 30, 0, TimeSpan.Zero),
        "cpu",
        "4f3c2a1",
        "baselines/thresholds.yaml",
        "base build 5f79459",
        false,
        new Fingerprint
        {
            CpuModel = "AMD EPYC, family 25 model 17",
            LogicalCores = 2,
            Architecture = "X64",
            OsFamily = "Linux",
            RuntimeMajor = 10,
            GcMode = "workstation, concurrent",
            TieringMode = "tiered, PGO, ReadyToRun",
            Accelerator = "cpu",
            NativeLibraries = ["libtorch-cpu 2.10.0"],
            Hardening = ["DOTNET_TC_CallCountingDelayMs=0", "OMP_WAIT_POLICY=PASSIVE"],
            OsDescription = "Debian GNU/Linux 12 (bookworm)",
            Kernel = "6.18.44",
            RuntimeVersion = "10.0.12",
        },
        tests)
    {
        EndedAt = new DateTimeOffset(2026, 11, 26, 9, 34, 12, TimeSpan.Zero),
    };

    /// <summary>One test a verdict, as a real run has them.</summary>
    public static RunDocument OfEveryKind() => Of(
        Kept(1),
        Regressed(),
        AgainstFile("StageTests", "PostProcessingAllocatesLittle"),
        Suspected(),
        Inconclusive(),
        Test("CacheTests", "LookupsHitAfterWarmUp", Exact("cache_hit_rate (receipts.cache.lookups)", "%", "Regressed", "[MinCacheHitRate]", 71.4, 80, Direction.HigherIsBetter)),
        Improved(),
        NotComparable("ParsesReceipts"),
        NotComparable("ReadsTotals"),
        Test("MemoryTests", "ValidationFitsIntoMemory", Exact("cpu_memory", "%", "Pass", "[MaxCpuMemory]", 8.13, 80, Direction.LowerIsBetter) with
        {
            Reason = "process peak 323 MiB of 23.54 GiB, machine 1.91 GiB of 23.54 GiB",
        }),
        Test("ExportTests", "WritesPdf", Exact("time", "s", "NotComparable: new", "[MaxRegression]", 0.0123, 0.0135, Direction.LowerIsBetter) with
        {
            Limit = null,
            Reason = "the base build does not have this test",
        }),
        Test("OcrTests", "ReadsLargeReceipt") with { Error = "the base build's body threw InvalidOperationException: no receipt of that name" });

    /// <summary>Many tests, every tenth of them broken, each with as many pairs as a real one.</summary>
    public static RunDocument OfMany(int count) => Of(
        [.. Enumerable.Range(0, count).Select(index => (index % 10) switch
        {
            0 => Regressed(index),
            1 => AgainstFile("StageTests", $"PostProcessingAllocatesLittle({index})"),
            2 => Improved(index),
            3 => NotComparable($"ParsesReceipts({index})"),
            _ => Kept(index),
        })]);

    public static TestDocument Test(string className, string methodName, params JudgementDocument[] judgements) => new(
        new TestReference($"Shop.Perf.{className}.{methodName}", className, methodName, "tests/Shop.Perf"), null, judgements, []);

    public static TestDocument Kept(int seed) => Beside(
        Test("ValidationTests", $"ValidationKeepsItsPace({seed})", Time("Pass", 1.003, 0.012, 0.02189), Throughput("Pass", 0.145)), seed, 1, 1.003, 40);

    public static TestDocument Regressed(int seed = 0) => Beside(
        Test(
            "StageTests",
            seed == 0 ? "ForwardKeepsItsPace" : $"ForwardKeepsItsPace({seed})",
            Time("Regressed", 1.152, 0.021, 0.01418) with
            {
                Launches = 2,
                Title = "Stages time",
                Stages = [new StageShift("forward", 1.169, 0.00171), new StageShift("post-process", 0.981, -0.00004)],
                Source = new SourceLocation("tests/Shop.Perf/StageTests.cs", 21),
            }),
        seed + 7,
        2,
        1.152,
        48);

    public static TestDocument Improved(int seed = 3) => Beside(
        Test("TotalsTests", $"SumsUpQuickly({seed})", Time("Pass, improved", 0.874, 0.014, 0.0108) with { Improved = true }), seed, 1, 0.874, 24);

    public static TestDocument NotComparable(string name) => Test("ParsingTests", name, Exact("time", "s", "NotComparable", "[MaxRegression]", 0.0042, 0, Direction.LowerIsBetter) with
    {
        Limit = null,
        Reason = "baselines/cpu.json was recorded on another kind of machine (CPU model: Intel Xeon, here AMD EPYC); record one here by PERF_RECORD=true",
    });

    public static TestDocument Suspected() => AgainstFile("ModelTests", "LoadsTheModel") with
    {
        Judgements =
        [
            Time("Inconclusive: suspected", 1.168, 0.03, 0.31) with
            {
                Launches = 5,
                Reason = "it works on several threads, of which a file cannot be sure; run it beside the recorded build: dotnet perf duet",
                Control = new ControlEvidence("Gemm", 1.02, 1.0, 0.41, 0.045, 0),
            },
        ],
    };

    public static TestDocument Inconclusive() => Beside(
        Test("SearchTests", "FindsAMerchant", Time("Inconclusive", 1.095, 0.034, 0.0219) with
        {
            Launches = 5,
            Reason = "too close to the limit after 5 launches",
        }),
        11,
        5,
        1.095,
        24);

    public static TestDocument AgainstFile(string className, string methodName)
    {
        Random random = new(5);
        ControlledDocument[] launches =
        [
            .. Enumerable.Range(0, 2).Select(_ => new ControlledDocument(
                "Gemm v1", 900, 2, false, false, new ControlledTimes(2.3e-4, 1.2e-4, 9.7e-5), new ControlledTimes(2.3e-4, 1.2e-4, 9.7e-5), WarmUp(random, 2.3e-4, 150), 2.1)
            {
                Body = new TimeLine(
                    [.. Enumerable.Range(0, TimeLine.MostTimes).Select(_ => Noisy(random, 2.394e-4))],
                    [.. Enumerable.Range(0, TimeLine.MostTimes).Where(index => index % 6 == 2)]),
                Load = 5.8,
            }),
        ];
        return Test(
            className,
            methodName,
            Exact("allocated_bytes", "By", "Pass", "[MaxAllocations]", 0, 0, Direction.LowerIsBetter),
            Time("Regressed", 1.25, 0.04, 2.394e-4) with
            {
                Spread = null,
                Control = new ControlEvidence("Gemm", 1.0, 1.0, 0.18, 0.033, 0),
                BaselineSource = "baselines/cpu.json, 5f79459, 2026-11-26, same machine kind, 5 launches",
                Clock = "CPU time",
                SetAside = 0.17,
                Launches = 2,
                RecordedQuantiles = [.. Enumerable.Range(0, 21).Select(step => 1.915e-4 * (0.97 + (0.004 * step) + (step == 20 ? 0.1 : 0)))],
                Stages = [new StageShift("post-process", 1.251, 4.86e-5)],
            }) with
        { Controlled = launches, Launches = [Samples(random, 2.394e-4)] };
    }

    public static JudgementDocument Time(string verdict, double ratio, double halfWidth, double current) => new(
        "time", "s", verdict, "[MaxRegression(10)]", "baselines/thresholds.yaml:7, validation.time_regression_threshold_pct",
        current, current / ratio * 1.1, current / ratio, "base build 4f3c2a1, run beside this one", 10, ratio,
        new Bounds(ratio * (1 - (2 * halfWidth)), ratio * (1 + (2 * halfWidth))), 12.6, 1, 48, 6.2, false, "")
    {
        TolerancePercent = 2,
        Clock = "CPU time",
        Spread = new DuetSpread(0.051, 0.019, 0.009),
    };

    public static JudgementDocument Exact(string metric, string unit, string verdict, string attribute, double current, double limit, Direction better) => new(
        metric, unit, verdict, attribute, "baselines/thresholds.yaml:33, stages.max_allocated_bytes",
        current, limit, null, null, null, null, null, null, 1, 5, 0.7, false, "")
    {
        Better = better,
    };

    private static JudgementDocument Throughput(string verdict, double ratio) => new(
        "throughput (receipts.images)", "{image}/s", verdict, "[MinThroughput]", "baselines/thresholds.yaml:46, validation.min_samples_per_second",
        34.51, 5, null, null, null, ratio, new Bounds(ratio * 0.64, ratio * 1.55), 40, 1, 12, 1.6, false, "")
    {
        Better = Direction.HigherIsBetter,
        TolerancePercent = 2,
    };

    private static TestDocument Beside(TestDocument test, int seed, int launches, double ratio, int pairs)
    {
        Random random = new(seed);
        return test with
        {
            Launches = [Samples(random, 0.0124 * ratio)],
            Duets =
            [
                .. Enumerable.Range(0, launches).Select(_ => new DuetDocument(pairs, 6, 1, false, 0, WarmUp(random, 0.0124, 120), 1.9)
                {
                    TimeRatio = ratio * (1 + (0.01 * (random.NextDouble() - 0.5))),
                    TimeStandardError = 0.006,
                    Base = new TimeLine([.. Enumerable.Range(0, pairs).Select(_ => Noisy(random, 0.0124))], [5, 17]),
                    Head = new TimeLine([.. Enumerable.Range(0, pairs).Select(_ => Noisy(random, 0.0124 * ratio))], [5, 17]),
                }),
            ],
        };
    }

    private static LaunchSamples Samples(Random random, double seconds)
    {
        double[] wall = [.. Enumerable.Range(0, 20).Select(_ => Noisy(random, seconds))];
        InstrumentSamples Stage(string name, double share) => new(
            $"receipts.stage.duration{{stage={name}}}", "s", true, [.. wall.Select(value => value * share)], []);
        return new LaunchSamples
        {
            CallsPerSample = 1,
            WallSeconds = wall,
            CpuSeconds = wall,
            AllocatedBytes = [.. wall.Select(_ => 0.0)],
            Instruments = [Stage("load", 0.12), Stage("forward", 0.71), Stage("post-process", 0.15)],
            WarmUp = WarmUp(random, seconds, 60),
            MeasuredSeconds = 0.4,
        };
    }

    private static WarmUpReport WarmUp(Random random, double seconds, int calls) => new(calls, calls * seconds * 1.6, true)
    {
        CallSeconds = [.. Enumerable.Range(0, calls).Select(call => Noisy(random, seconds * (1 + (2.5 * Math.Exp(-call / 18.0)))))],
    };

    // Neighbours only ever lengthen a call.
    private static double Noisy(Random random, double seconds) =>
        seconds * (1 + (0.03 * random.NextDouble()) + (random.NextDouble() < 0.08 ? 0.3 * random.NextDouble() : 0));
}
