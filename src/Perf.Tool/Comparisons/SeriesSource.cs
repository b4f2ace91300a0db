using System.Globalization;
using Perf.Baselines;
using Perf.Runs;
using Perf.Tool.Imports;
using Perf.Tool.Runs;

namespace Perf.Tool.Comparisons;

/// <summary>Series of one machine.</summary>
/// <param name="Series">The series.</param>
/// <param name="Machine">What is known of the machine: names of facts, and what they are.</param>
internal sealed record MachineSeries(IReadOnlyList<BaselineSeries> Series, IReadOnlyDictionary<string, string> Machine);

/// <summary>A file as <c>compare</c> sees it: series, whatever they were made by.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Kind">What it is, in words.</param>
/// <param name="Groups">Its series, by machine.</param>
internal sealed record SeriesSource(string Path, string Kind, IReadOnlyList<MachineSeries> Groups)
{
    private static readonly Dictionary<string, string> Unknown = [];

    /// <summary>Reads a run, merged runs, a baseline, or a report of BenchmarkDotNet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map">The tests that benchmarks stand for, entries <c>Benchmark=Test</c>.</param>
    /// <exception cref="Files.PerfFileException">It is none of them, or broken.</exception>
    /// <exception cref="ToolException">It holds nothing that could be compared.</exception>
    public static SeriesSource Read(string path, IReadOnlyList<string> map)
    {
        string file = Directory.Exists(path) ? System.IO.Path.Combine(path, RunFiles.Name) : path;
        ForeignFile foreign = ForeignFile.Read(file);
        return foreign.Is(BenchmarkFile.Matches) ? OfBenchmarks(BenchmarkFile.Read(file, foreign.Json), map)
            : foreign.Is(RunFiles.Matches) ? OfRuns(file, RunFiles.RunsOf(foreign))
            : OfBaseline(file, BaselineReader.Read(file));
    }

    /// <summary>The series of a test and a metric, each with its machine.</summary>
    public IEnumerable<(BaselineSeries Series, IReadOnlyDictionary<string, string> Machine)> All =>
        Groups.SelectMany(group => group.Series.Select(series => (series, group.Machine)));

    private static SeriesSource OfBenchmarks(BenchmarkFile file, IReadOnlyList<string> map)
    {
        NameMap names = new(map, file.Report.Benchmarks);
        BaselineSeries[] series =
        [
            .. file.Report.Benchmarks
                .GroupBy(one => names.Find(one) ?? one.FullName)
                .SelectMany(same => same.SelectMany(one => BenchmarkSeries.Of(one, same.Count() == 1 ? same.Key : WithJob(same.Key, one), file.At))),
        ];
        return new SeriesSource(file.Path, "BenchmarkDotNet", [new MachineSeries(series, FactsOf(file.Report.HostEnvironmentInfo))]);
    }

    // A benchmark of several jobs is in the report once for each: "Sorting.Sorts: Job-ABCDEF(Runtime=.NET 10.0) [Size=10]".
    private static string WithJob(string test, Benchmark benchmark)
    {
        const string BeforeJob = ": ";
        string said = benchmark.DisplayInfo ?? "";
        int at = said.IndexOf(BeforeJob, StringComparison.Ordinal);
        return $"{test}, {(at < 0 ? said : said[(at + BeforeJob.Length)..]).Trim()}";
    }

    private static SeriesSource OfRuns(string path, IReadOnlyList<RunDocument> runs)
    {
        SeriesSource source = new(
            path, "run", [.. runs.Select(run => new MachineSeries([.. run.Tests.SelectMany(test => test.Series)], FactsOf(run.Machine)))]);
        return source.All.Any()
            ? source
            : throw new ToolException(runs.Any(run => run.Tests.Any(test => test.Duets.Count > 0))
                ? $"{path} is a run beside a base build, which compares by itself: its verdicts and ratios are in it (dotnet perf report)"
                : $"{path} holds nothing to compare: none of its tests promises a [MaxRegression]");
    }

    private static SeriesSource OfBaseline(string path, BaselineFile file) => file.IsOriginalShape
        ? throw new ToolException($"{path} is one number for the time of any test: dotnet perf baseline import makes series of it")
        : new SeriesSource(path, "baseline", [new MachineSeries(file.Series, file.Machine is { } machine ? FactsOf(machine) : Unknown)]);

    // Names as the differences of a baseline's machine are told, so that what two kinds of file both know is compared.
    private static Dictionary<string, string> FactsOf(Fingerprint machine) => new()
    {
        ["CPU model"] = machine.CpuModel,
        ["logical cores"] = Text(machine.LogicalCores),
        ["architecture"] = machine.Architecture.ToUpperInvariant(),
        [".NET"] = Text(machine.RuntimeMajor),
        ["operating system"] = machine.OsFamily,
        ["garbage collection"] = machine.GcMode,
        ["JIT"] = machine.TieringMode,
        ["accelerator"] = machine.Accelerator,
        ["native libraries"] = InWords(machine.NativeLibraries),
        ["hardening"] = InWords(machine.Hardening),
    };

    private static Dictionary<string, string> FactsOf(BenchmarkHost? host)
    {
        Dictionary<string, string> facts = [];
        Add("processor as BenchmarkDotNet names it", host?.ProcessorName);
        Add("logical cores", host?.LogicalCoreCount is { } cores ? Text(cores) : null);
        Add("architecture", host?.Architecture?.ToUpperInvariant());
        Add(".NET", host?.RuntimeMajor is { } major ? Text(major) : null);
        return facts;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                facts.Add(name, value);
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string InWords(IReadOnlyList<string> values) =>
        values.Count == 0 ? "none" : string.Join(", ", values.Order(StringComparer.Ordinal));
}
