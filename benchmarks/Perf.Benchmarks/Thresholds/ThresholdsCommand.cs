using System.CommandLine;
using System.Diagnostics;
using Perf.Benchmarks.Figures;
using Perf.Thresholds;
using YamlDotNet.RepresentationModel;

namespace Perf.Benchmarks.Thresholds;

/// <summary>Time and memory to read a large thresholds file, beside what its YAML alone costs.</summary>
internal static class ThresholdsCommand
{
    private const string Ours = "Perf.Thresholds";
    private const string Rival = "YamlDotNet, nodes only";
    private const int Sections = 30;
    private const int WarmUpRounds = 200;

    private static readonly string[] Keys =
    [
        "time_regression_threshold_pct", "max_time_seconds", "min_samples_per_second", "max_gpu_memory_pct",
        "max_gpu_memory_gb", "max_cpu_memory_pct", "min_hit_rate_pct", "warmup_batches", "max_allocated_bytes",
        "max_p95_to_mean_ratio",
    ];

    public static Command Create() => FigureCommand.Create(
        "thresholds", $"Time and bytes to read a thresholds file of {Sections * Keys.Length} keys.", 501, Measure);

    private static Figure Measure(int rounds)
    {
        string text = Text();
        (string Who, Action Read)[] readers =
        [
            (Ours, () => ReadOurs(text)),
            (Rival, () => new YamlStream().Load(new StringReader(text))),
        ];
        Dictionary<string, List<double>> milliseconds = new() { [Ours] = [], [Rival] = [] };
        Dictionary<string, List<double>> kibibytes = new() { [Ours] = [], [Rival] = [] };
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            foreach ((string who, Action read) in readers)
            {
                long bytes = GC.GetAllocatedBytesForCurrentThread();
                long from = Stopwatch.GetTimestamp();
                read();
                TimeSpan took = Stopwatch.GetElapsedTime(from);
                if (round >= 0)
                {
                    milliseconds[who].Add(took.TotalMilliseconds);
                    kibibytes[who].Add((GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0);
                }
            }
        }

        string what = $"a file of {Sections * Keys.Length} keys";
        return Figure.Of(
            "thresholds",
            [
                .. readers.Select(reader => FigureRow.Of(what, reader.Who, "ms", milliseconds[reader.Who])),
                .. readers.Select(reader => FigureRow.Of(what, reader.Who, "KiB", kibibytes[reader.Who])),
            ]);
    }

    private static void ReadOurs(string text)
    {
        ThresholdsFile file = ThresholdsFile.Parse(text, "thresholds.yaml");
        if (file.Problems.Count > 0)
        {
            throw new InvalidOperationException($"the made-up file has a problem: {file.Problems[0].Message}");
        }
    }

    private static string Text() => string.Concat(Enumerable.Range(0, Sections).Select(section =>
        $"section_{section}:\n{string.Concat(Keys.Select(key => $"  {key}: 10\n"))}"));
}
