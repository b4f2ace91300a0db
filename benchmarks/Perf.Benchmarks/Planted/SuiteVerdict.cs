using System.Text.Json.Serialization;
using Perf.Duets;
using Perf.Judging;
using Perf.Runs;

namespace Perf.Benchmarks.Planted;

/// <summary>A verdict of the receipts suite beside its base build, or against a file that was recorded of it.</summary>
/// <param name="Planted">The stage that does more in the head; null where it is unchanged.</param>
/// <param name="IsBesideHog">Whether one core was kept busy meanwhile.</param>
/// <param name="Test">The test.</param>
/// <param name="Metric">What was judged; empty where the test could not be.</param>
/// <param name="Verdict">What it came to, or the error.</param>
/// <param name="IsOfBase">Whether it was compared with the base, not with a limit.</param>
/// <param name="Ratio">To the base, or to the limit.</param>
/// <param name="LowerRatio">The lower 99 % bound.</param>
/// <param name="UpperRatio">The upper 99 % bound.</param>
/// <param name="Launches">How many processes were asked.</param>
/// <param name="Seconds">From the first launch to the verdict, s.</param>
/// <param name="Where">The stages that moved, as a failure names them.</param>
internal sealed record SuiteVerdict(
    string? Planted,
    bool IsBesideHog,
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
    /// <summary>Why there was no other verdict.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What a comparison with a file had to overcome; null where there was none.</summary>
    public ControlEvidence? Control { get; init; }

    /// <summary>Whether a duet was asked about a doubt of the file.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Judged red.</summary>
    [JsonIgnore]
    public bool IsRed => Verdict == "Regressed";

    /// <summary>Judged green.</summary>
    [JsonIgnore]
    public bool IsGreen => Verdict.StartsWith("Pass", StringComparison.Ordinal);

    /// <summary>Not judged, suspected or not.</summary>
    [JsonIgnore]
    public bool IsInconclusive => Verdict.StartsWith("Inconclusive", StringComparison.Ordinal);

    /// <summary>Not judged, though it looks like a regression.</summary>
    [JsonIgnore]
    public bool IsSuspected => Verdict == "Inconclusive: suspected";

    /// <summary>The verdicts of a run.</summary>
    /// <param name="planted">The stage that does more in the head; null where it is unchanged.</param>
    /// <param name="isBesideHog">Whether one core was kept busy meanwhile.</param>
    /// <param name="run">The record of the run.</param>
    public static IEnumerable<SuiteVerdict> Of(string? planted, bool isBesideHog, RunDocument run) => run.Tests.SelectMany(test =>
        test.Error is { } error
            ? [new(planted, isBesideHog, test.Test.MethodName, "", $"Error: {error}", false, null, null, null, 0, 0, [])]
            : test.Judgements.Select(judgement => Of(planted, isBesideHog, test, judgement)));

    private static SuiteVerdict Of(string? planted, bool isBesideHog, TestDocument test, JudgementDocument judgement) => new(
        planted,
        isBesideHog,
        test.Test.MethodName,
        judgement.Metric,
        judgement.Verdict,
        judgement.Attribute.StartsWith("[MaxRegression", StringComparison.Ordinal),
        judgement.Ratio,
        judgement.RatioBounds?.Lower,
        judgement.RatioBounds?.Upper,
        judgement.Launches,
        judgement.Seconds,
        judgement.Stages)
    {
        Reason = judgement.Reason,
        Control = judgement.Control,
        IsSettled = judgement.Control is not null && judgement.Spread is not null,
    };
}
