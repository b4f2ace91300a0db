using System.Globalization;
using Perf.Runs;
using Spectre.Console;

namespace Perf.Tool.Duets;

/// <summary>What a run came to, as a table for people.</summary>
internal static class DuetReport
{
    /// <summary>Writes a row a promise that was compared.</summary>
    public static void Write(IAnsiConsole console, RunDocument run, string folder)
    {
        Table table = new() { Border = console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Ascii };
        table.AddColumns("verdict", "test", "metric", "ratio", "99 % bounds", "pairs", "launches", "seconds");
        foreach (TestDocument test in run.Tests)
        {
            foreach (JudgementDocument judgement in test.Judgements.Where(IsCompared))
            {
                table.AddRow([.. Cells(test, judgement).Select(Markup.Escape)]);
            }
        }

        console.Write(table);
        foreach (TestDocument test in run.Tests)
        {
            foreach (string line in Remarks(test))
            {
                console.WriteLine(line);
            }
        }

        console.WriteLine($"{run.Baseline}; record and summary in {folder}");
    }

    private static bool IsCompared(JudgementDocument judgement) =>
        judgement.Attribute.StartsWith("[MaxRegression", StringComparison.Ordinal);

    private static string[] Cells(TestDocument test, JudgementDocument judgement) =>
    [
        judgement.Verdict,
        $"{test.Test.ClassName}.{test.Test.MethodName}",
        judgement.Metric,
        Number(judgement.Ratio, "0.000"),
        judgement.RatioBounds is { } bounds ? $"{Number(bounds.Lower, "0.000")} … {Number(bounds.Upper, "0.000")}" : "",
        judgement.Samples.ToString(CultureInfo.InvariantCulture),
        judgement.Launches.ToString(CultureInfo.InvariantCulture),
        Number(judgement.Seconds, "0.0"),
    ];

    private static IEnumerable<string> Remarks(TestDocument test)
    {
        if (test.Error is { } error)
        {
            yield return $"error: {test.Test.FullName}: {error}";
        }

        // What is identical is said of a Pass too; how much memory was used is not.
        foreach (JudgementDocument judgement in test.Judgements.Where(judgement => judgement.Reason.Length > 0
            && (IsCompared(judgement) || !judgement.Verdict.StartsWith("Pass", StringComparison.Ordinal))))
        {
            yield return $"{judgement.Verdict}: {test.Test.FullName}, {judgement.Metric}: {judgement.Reason}";
        }
    }

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
