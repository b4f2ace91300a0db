using Perf.Baselines;

namespace Perf.Tool.Imports;

/// <summary>Makes series of another program's file.</summary>
internal static class Importing
{
    private const string NoControl =
        "the series have no control, so each is enforced as an absolute limit, which tells about 20 % at best; dotnet perf baseline record makes it sharper";

    /// <summary>Reads the file.</summary>
    /// <exception cref="ToolException">It is of no kind that can be imported, or the options do not fit it.</exception>
    public static Imported Of(ImportOptions options)
    {
        ForeignFile file = ForeignFile.Read(options.File);
        if (file.Is(BenchmarkFile.Matches))
        {
            return options.Tests.Count == 0
                ? OfBenchmarks(BenchmarkFile.Read(options.File, file.Json), options)
                : throw new ToolException("--test is for the original's baseline_metrics.json: give benchmarks the names of tests by --map Benchmark=Test");
        }

        BaselineFile baseline = BaselineReader.Read(options.File);
        return baseline.OriginalTotalSeconds is { } seconds
            ? OfOriginal(seconds, options)
            : throw new ToolException($"{options.File} is a baseline already: copy it, or take single tests over with dotnet perf baseline accept");
    }

    private static Imported OfOriginal(double seconds, ImportOptions options)
    {
        if (options.Tests.Count == 0)
        {
            throw new ToolException($"{options.File} has one number, for the time of any test: name the tests that it is for by --test");
        }

        if (options.Map.Count > 0 || options.MapFile is not null || options.Benchmarks.Count > 0)
        {
            throw new ToolException($"{options.File} has no benchmarks: --map and --benchmark are for BenchmarkDotNet's *-report-full.json");
        }

        DateTimeOffset at = File.GetLastWriteTimeUtc(options.File);
        return new Imported(
            [.. options.Tests.Distinct().Select(test => new BaselineSeries(test, "time", "s", seconds, Version: 1, Data: null, Commit: null, at, []))],
            [
                "the file names no machine: its number counts on any",
                "the file names no commit and no date: the date of the file itself is taken",
                NoControl,
            ],
            Host: null);
    }

    private static Imported OfBenchmarks(BenchmarkFile file, ImportOptions options)
    {
        Benchmark[] chosen = [.. file.Report.Benchmarks.Where(benchmark => IsChosen(benchmark, options.Benchmarks))];
        if (chosen.Length == 0)
        {
            throw new ToolException($"{options.File} has no such benchmark; it has\n  {string.Join("\n  ", file.Report.Benchmarks.Select(one => one.FullName))}");
        }

        NameMap names = new(options.Map.Concat(options.MapFile is null ? [] : NameMap.EntriesOf(options.MapFile)), chosen);
        List<BaselineSeries> series = [];
        List<string> notes = [];
        foreach (Benchmark benchmark in chosen)
        {
            if (names.Find(benchmark) is null)
            {
                notes.Add($"{benchmark.FullName} keeps its name, which a test must have too for the series to count; --map \"{benchmark.FullName}=…\" gives it another");
            }

            IReadOnlyList<BaselineSeries> its = BenchmarkSeries.Of(benchmark, names.Find(benchmark) ?? benchmark.FullName, file.At);
            if (its.All(one => one.Metric != "time"))
            {
                notes.Add($"{benchmark.FullName} has no time: it failed, or took none that could be measured");
            }

            series.AddRange(its);
        }

        CheckNames(series, chosen, names);
        notes.Add($"the machine is {file.MachineInWords}; collector, JIT settings, hardening and native libraries are not in the file, so the numbers count on any machine");
        notes.Add("the file names no commit, and no version or data of a test: version 1 and no data are taken");
        notes.Add(NoControl);
        return series.Count == 0
            ? throw new ToolException($"{options.File} has nothing to import:\n  {string.Join("\n  ", notes)}")
            : new Imported(series, notes, file.Report.HostEnvironmentInfo);
    }

    private static bool IsChosen(Benchmark benchmark, IReadOnlyList<string> parts) =>
        parts.Count == 0
        || parts.Any(part => benchmark.FullName.Contains(part, StringComparison.Ordinal) || (benchmark.DisplayInfo ?? "").Contains(part, StringComparison.Ordinal));

    private static void CheckNames(List<BaselineSeries> series, Benchmark[] chosen, NameMap names)
    {
        if (series.GroupBy(one => one.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            string[] which = [.. chosen.Where(one => (names.Find(one) ?? one.FullName) == twice.Key.Test).Select(one => one.DisplayInfo ?? one.FullName)];
            throw new ToolException($"several benchmarks are for {twice.Key.Test}: choose one by --benchmark, with a part of\n  {string.Join("\n  ", which)}");
        }
    }
}
