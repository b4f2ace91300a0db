using System.Globalization;
using Perf.Baselines;

namespace Perf.Benchmarks.Analyzer;

/// <summary>The code of a large suite of performance tests, its thresholds and its baselines.</summary>
internal static class MadeUpSuite
{
    public const int Fixtures = 50;
    public const int TestsOfAFixture = 20;
    public const int Tests = Fixtures * TestsOfAFixture;
    public const int Sections = 30;
    public const int Keys = 300;

    private const int SectionsWithOverlays = 10;
    private const int RecordedLaunches = 5;
    private const int SamplesOfALaunch = 200;

    // Beyond the tolerance of every limit, so that each is compared, and just good enough for the tightest.
    private const double ResolutionPercent = 4.4;

    private static readonly ClockReading Reading = new(0.123456, 0.00123456, SamplesOfALaunch, 0.000212345, 0.0000987654);

    private static readonly AcceptedRatio Accepted = new(0.123456, 0.0000987654, 0.000212345);

    // A typical number of each key, and what tests promise of it beside their duration.
    private static readonly string[] KeysOfASection =
    [
        "time_regression_threshold_pct: 10", "max_time_seconds: 10", "min_samples_per_second: 50",
        "max_p95_to_mean_ratio: 2.5", "max_gpu_memory_pct: 80", "max_gpu_memory_gb: 12", "max_cpu_memory_pct: 80",
        "min_hit_rate_pct: 80", "warmup_batches: 10", "max_allocated_bytes: 4096",
    ];

    private static readonly string[] OtherPromises =
    [
        "", ", MaxRegression", ", MaxAllocations(1024)", ", MaxRegression(5), MaxTailRatio", ", MinThroughput(60)",
        ", MaxGpuMemory, MaxCpuMemory(70)", ", MinCacheHitRate(85)",
    ];

    /// <summary>The file of a fixture.</summary>
    /// <param name="fixture">Which.</param>
    /// <param name="edit">Changes one of its tests: by turns a number, the name and the body; 0 leaves all as they are.</param>
    public static string Source(int fixture, int edit = 0) => $$"""
        using System.Text;
        using NUnit.Framework;
        using Perf;

        namespace Shop.Area{{fixture % 5}};

        [TestFixture, Section("section_{{fixture % Sections}}")]
        public sealed class {{FixtureName(fixture)}}
        {
            private readonly Dictionary<int, string> _orders = [];

            [SetUp]
            public void FillTheOrders()
            {
                for (int order = 0; order < 100; order++)
                {
                    _orders[order] = order.ToString("D8");
                }
            }
        {{string.Concat(Enumerable.Range(0, TestsOfAFixture).Select(test => Test(test, edit)))}}
        }
        """;

    /// <summary>The thresholds, with overlays of two environments.</summary>
    public static string Thresholds()
    {
        IEnumerable<string> sections = Enumerable.Range(0, Sections).Select(section =>
            $"section_{section}:\n{string.Concat(KeysOfASection.Select(key => $"  {key}\n"))}");
        IEnumerable<string> overlays = Enumerable.Range(0, SectionsWithOverlays).Select(section =>
            $"    section_{section}: {{ max_time_seconds: 9, min_samples_per_second: 55 }}\n");
        return $"{string.Concat(sections)}environments:\n  cpu:\n{string.Concat(overlays)}  gpu:\n{string.Concat(overlays)}";
    }

    /// <summary>Writes a baseline of every test.</summary>
    public static void WriteBaselines(string path)
    {
        Random random = new(1);
        IEnumerable<BaselineSeries> series =
            from fixture in Enumerable.Range(0, Fixtures)
            from test in Enumerable.Range(0, TestsOfAFixture)
            from arguments in HasCases(test) ? ["(16)", "(64)"] : new[] { "" }
            select Series($"Shop.Area{fixture % 5}.{FixtureName(fixture)}.{TestName(test, edit: 0)}{arguments}", random);
        BaselineWriter.Write(path, new BaselineFile("cpu", Fingerprint.OfThisMachine([], "cpu"), [.. series]));
    }

    private static string FixtureName(int fixture) => $"Orders{fixture}Tests";

    private static string Test(int test, int edit)
    {
        bool isEdited = edit > 0 && edit % TestsOfAFixture == test;
        string duration = isEdited && edit % 3 == 0 ? $"MaxDuration({1 + (edit % 7)}.5)" : test % 2 == 0 ? "MaxDuration" : "MaxDuration(5)";
        string name = TestName(test, isEdited && edit % 3 == 1 ? edit : 0);
        int orders = isEdited && edit % 3 == 2 ? 10 + (edit % 50) : 64;
        string makesATest = HasCases(test) ? "TestCase(16), TestCase(64)" : "Test";
        return $$"""


                [{{makesATest}}, {{duration}}{{OtherPromises[test % OtherPromises.Length]}}]
                public void {{name}}({{(HasCases(test) ? "int wanted" : "")}})
                {
                    StringBuilder text = new();
                    for (int order = 0; order < {{(HasCases(test) ? "wanted" : orders.ToString(CultureInfo.InvariantCulture))}}; order++)
                    {
                        text.Append(_orders[order]).Append({{orders}} % (order + 1));
                    }

                    Assert.That(text.Length, Is.GreaterThan({{test}}));
                    Assert.That(_orders, Has.Count.EqualTo(100));
                }
            """;
    }

    private static string TestName(int test, int edit) => $"KeepsItsPace{test}{(edit == 0 ? "" : $"In{edit}")}";

    private static bool HasCases(int test) => test % 4 == 3;

    private static BaselineSeries Series(string test, Random random)
    {
        BaselineLaunch[] launches = [.. Enumerable.Range(0, RecordedLaunches).Select(_ => BaselineLaunch.Of(
            SamplesOfALaunch, [.. Enumerable.Range(0, SamplesOfALaunch).Select(_ => 1 + (random.NextDouble() * 0.1))]) with
        {
            Beside = new BesideControl(SamplesOfALaunch, false, false, Reading, Reading) { MinorPageFaults = 0.12345, AllocatedBytes = 4096, Load = 1.25 },
        })];
        return new BaselineSeries(
            test, "time", "s", launches[0].Median, 1, null, null, DateTimeOffset.UnixEpoch, launches)
        {
            Control = new AcceptedControl("Mixed", 1, Accepted, Accepted),
            ResolutionPercent = ResolutionPercent,
        };
    }
}
