using Perf.Duets;
using Perf.Runs;

namespace Perf.Benchmarks.Planted;

/// <summary>A verdict of the receipts suite beside its base build.</summary>
/// <param name="Planted">The stage that does more in the head; null where it is unchanged.</param>
/// <param name="Test">The test.</param>
/// <param name="Metric">What was judged; empty where the test could not be.</param>
/// <param name="Verdict">What it came to, or the error.</param>
/// <param name="IsOfBase">Whether it was judged against the base build, not against a limit.</param>
/// <param name="Ratio">To the base build, or to the limit.</param>
/// <param name="LowerRatio">The lower 99 % bound.</param>
/// <param name="UpperRatio">The upper 99 % bound.</param>
/// <param name="Launches">How many processes were asked.</param>
/// <param name="Seconds">From the first launch to the verdict, s.</param>
/// <param name="Where">The stages that moved, as a failure names them.</param>
internal sealed record SuiteVerdict(
    string? Planted,
    string Test,
    string Metric,
    string Verdict,
    bool IsOfBase,
    double? Ratio,
    double? LowerRatio,
    double? UpperRatio,
    int Launches,
    double Seconds,
    IReadOnlyList<StageShift> Where)
{
    /// <summary>The verdicts of a run.</summary>
    /// <param name="planted">The stage that does more in the head; null where it is unchanged.</param>
    /// <param name="run">The record of the run.</param>
    public static IEnumerable<SuiteVerdict> Of(string? planted, RunDocument run) => run.Tests.SelectMany(test =>
        test.Error is { } error
            ? [new(planted, test.Test.MethodName, "", $"Error: {error}", false, null, null, null, 0, 0, [])]
            : test.Judgements.Select(judgement => Of(planted, test.Test.MethodName, judgement)));

    private static SuiteVerdict Of(string? planted, string test, JudgementDocument judgement) => new(
        planted,
        test,
        judgement.Metric,
        judgement.Verdict,
        judgement.AllowedPercent is not null && judgement.Ratio is not null,
        judgement.Ratio,
        judgement.RatioBounds?.Lower,
        judgement.RatioBounds?.Upper,
        judgement.Launches,
        judgement.Seconds,
        judgement.Stages);
}
