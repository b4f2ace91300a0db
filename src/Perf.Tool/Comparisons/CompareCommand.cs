using System.CommandLine;
using System.Globalization;
using Perf.Metrics;
using Perf.Tool.CommandLine;
using Perf.Tool.Documents;
using Spectre.Console;

namespace Perf.Tool.Comparisons;

/// <summary><c>dotnet perf compare</c>: two records side by side.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        Argument<string> a = new("A") { Description = "A run.json, merged runs, a baseline, or BenchmarkDotNet's *-report-full.json." };
        Argument<string> b = new("B") { Description = "Another; of any of these kinds." };
        Option<double?> most = new("--max-regression") { HelpName = "percent", Description = "Exit with 1 where B is worse by more than this percentage, even at the lower bound." };
        most.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && (!double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double percent) || !(percent >= 0) || !double.IsFinite(percent)))
            {
                result.AddError($"--max-regression is {result.Tokens[0].Value}: write a percentage of at least 0");
            }
        });
        Option<string[]> map = new("--map") { HelpName = "benchmark=test", Description = "The test that a benchmark stands for: Benchmark=Namespace.Class.Test.", DefaultValueFactory = _ => [] };
        return ToolCommand.Create(
            "compare",
            "Shows what B is to A, test by test: the ratio with its 99 % bounds.",
            [
                new Example("a run beside the baseline", "dotnet perf compare baselines/cpu.json artifacts/perf/Shop.Perf/run.json"),
                new Example("two reports of BenchmarkDotNet, as a gate", "dotnet perf compare before-report-full.json after-report-full.json --max-regression 10"),
            ],
            [a, b, most, map],
            (parsed, output, _) => Task.FromResult(Compare(
                parsed.GetRequiredValue(a), parsed.GetRequiredValue(b), parsed.GetValue(most), parsed.GetValue(map) ?? [], output)));
    }

    private static ExitCode Compare(string a, string b, double? most, IReadOnlyList<string> map, Output output)
    {
        ComparisonDocument comparison = Comparison.Of(SeriesSource.Read(a, map), SeriesSource.Read(b, map));
        Write(comparison, output.Text);
        output.Json(comparison, ToolJson.Default.ComparisonDocument);
        if (most is not { } percent)
        {
            return ExitCode.Pass;
        }

        bool?[] worse = [.. comparison.Series.Select(series => series.IsWorseThan(percent))];
        if (worse.Contains(true))
        {
            output.Text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{worse.Count(one => one == true)} of {worse.Length} worse by more than {percent} %, even at the lower bound"));
            return ExitCode.Regressed;
        }

        if (worse.All(one => one is null))
        {
            // A gate that nothing went through has not been passed.
            output.Text.WriteLine("nothing could be judged: no series has bounds");
            return ExitCode.NotJudged;
        }

        output.Text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"none is worse by more than {percent} %; {worse.Count(one => one is null)} could not be judged"));
        return ExitCode.Pass;
    }

    private static void Write(ComparisonDocument comparison, IAnsiConsole console)
    {
        Table table = new() { Border = console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Ascii };
        table.AddColumns("test", "metric", "A", "B", "ratio", "99 % bounds", "launches", "control", "note");
        foreach (SeriesComparison series in comparison.Series)
        {
            table.AddRow([.. Cells(series).Select(Markup.Escape)]);
        }

        console.WriteLine($"A {comparison.A}, B {comparison.B}; a ratio above 1 is for the worse");
        console.Write(table);
        foreach (string series in comparison.OnlyInA)
        {
            console.WriteLine($"only in {comparison.A}: {series}");
        }

        foreach (string series in comparison.OnlyInB)
        {
            console.WriteLine($"only in {comparison.B}: {series}");
        }
    }

    private static string[] Cells(SeriesComparison series) =>
    [
        series.Test,
        series.Metric,
        Quantity.Of(series.A, series.Unit),
        Quantity.Of(series.B, series.Unit),
        series.Ratio is { } ratio ? Number(ratio) : "",
        series.IsExact && series.Bounds is not null ? "exact" : series.Bounds is { } bounds ? $"{Number(bounds.Lower)} … {Number(bounds.Upper)}" : "",
        string.Create(CultureInfo.InvariantCulture, $"{series.LaunchesOfA}, {series.LaunchesOfB}"),
        series.Control ?? (series.IsExact ? "" : "none"),
        series.Note ?? "",
    ];

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.000", CultureInfo.InvariantCulture) : "∞";
}
