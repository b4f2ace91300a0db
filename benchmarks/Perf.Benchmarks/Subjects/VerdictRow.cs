using MathNet.Numerics.Statistics;
using Perf.Judging;

namespace Perf.Benchmarks.Subjects;

/// <summary>What verdicts of one kind come to.</summary>
/// <param name="Of">Which verdicts.</param>
/// <param name="Verdicts">How many there are.</param>
/// <param name="Pass">How many passed.</param>
/// <param name="Regressed">How many were red.</param>
/// <param name="Inconclusive">How many were not judged.</param>
/// <param name="Suspected">How many of those look like a regression.</param>
/// <param name="Errors">How many came to nothing.</param>
/// <param name="Settled">How many doubts of a file a duet was asked about.</param>
/// <param name="Launches">Launches of a verdict, the mean.</param>
/// <param name="Seconds">From the first launch to the verdict, s, the median.</param>
/// <param name="Seconds95">What 95 % of them do not exceed, s.</param>
/// <param name="WarmUpSeconds">The part of it that is warm-up, s, the median.</param>
/// <param name="MeanRatio">head / base, the geometric mean.</param>
/// <param name="MeanRatioErrorPercent">The standard error of that, in %.</param>
/// <param name="SpreadPercent">The standard deviation of a verdict's ratio, in %.</param>
/// <param name="InWallPercent">Judged by wall time, in %.</param>
/// <param name="Controls">The controls beside which there are verdicts.</param>
/// <param name="DisturbedPercent">Calls beside a control that somebody disturbed, the mean of the verdicts, in %.</param>
internal sealed record VerdictRow(
    string Of,
    int Verdicts,
    int Pass,
    int Regressed,
    int Inconclusive,
    int Suspected,
    int Errors,
    int Settled,
    double Launches,
    double Seconds,
    double Seconds95,
    double WarmUpSeconds,
    double MeanRatio,
    double MeanRatioErrorPercent,
    double SpreadPercent,
    double InWallPercent,
    IReadOnlyList<string> Controls,
    double DisturbedPercent)
{
    private const double Percent = 100;

    /// <summary>A row each kind of verdicts, in the order of the first of each.</summary>
    public static IReadOnlyList<VerdictRow> By(IEnumerable<SubjectVerdict> verdicts, Func<SubjectVerdict, string> kind) =>
        [.. verdicts.GroupBy(kind).Select(group => From(group.Key, [.. group]))];

    /// <summary>A row a level of extra work.</summary>
    public static IReadOnlyList<VerdictRow> ByLevel(IEnumerable<SubjectVerdict> verdicts) => By(
        verdicts.OrderBy(verdict => verdict.ExtraWorkPercent),
        verdict => verdict.ExtraWorkPercent == 0 ? "unchanged" : $"{verdict.ExtraWorkPercent} % more");

    /// <summary>A row with and without a hog, and as the first test of a process and not.</summary>
    public static IReadOnlyList<VerdictRow> ByNoise(IReadOnlyCollection<SubjectVerdict> verdicts) =>
    [
        .. By(
            verdicts.OrderBy(verdict => verdict.IsBesideHog),
            verdict => verdict.IsBesideHog ? "beside a hog" : "natural load"),
        .. By(
            verdicts.OrderByDescending(verdict => verdict.IsFirst),
            verdict => verdict.IsFirst ? "first test of its process" : "a further test"),
    ];

    /// <summary>A row a subject.</summary>
    public static IReadOnlyList<VerdictRow> BySubject(IEnumerable<SubjectVerdict> verdicts) => By(
        verdicts.OrderBy(verdict => verdict.Subject, StringComparer.Ordinal), verdict => verdict.Subject);

    /// <summary>The row of at least one verdict.</summary>
    public static VerdictRow From(string of, IReadOnlyCollection<SubjectVerdict> verdicts)
    {
        double[] logs =
            [.. verdicts.Select(verdict => verdict.Ratio).OfType<double>().Select(ratio => Math.Log(ratio))];
        ControlEvidence[] controls = [.. verdicts.Select(verdict => verdict.Control).OfType<ControlEvidence>()];
        double spread = logs.Length > 1 ? logs.StandardDeviation() : 0;
        return new VerdictRow(
            of,
            verdicts.Count,
            verdicts.Count(verdict => verdict.IsPass),
            verdicts.Count(verdict => verdict.IsRegressed),
            verdicts.Count(verdict => verdict.IsInconclusive),
            verdicts.Count(verdict => verdict.IsSuspected),
            verdicts.Count(verdict => verdict.IsError),
            verdicts.Count(verdict => verdict.IsSettled),
            verdicts.Average(verdict => verdict.Launches),
            verdicts.Select(verdict => verdict.Seconds).Median(),
            verdicts.Select(verdict => verdict.Seconds).Percentile(95),
            verdicts.Select(verdict => verdict.WarmUpSeconds).Median(),
            logs.Length > 0 ? Math.Exp(logs.Mean()) : 1,
            logs.Length > 0 ? Percent * spread / Math.Sqrt(logs.Length) : 0,
            Percent * spread,
            Percent * verdicts.Average(verdict => verdict.IsInWall ? 1 : 0),
            [.. controls.Select(control => control.Control).Distinct().Order(StringComparer.Ordinal)],
            controls.Length > 0 ? Percent * controls.Average(control => control.Disturbed) : 0);
    }
}
