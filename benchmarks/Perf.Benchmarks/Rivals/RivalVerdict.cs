namespace Perf.Benchmarks.Rivals;

/// <summary>What a rule said of a subject, a line of the record.</summary>
/// <param name="At">When.</param>
/// <param name="Rule">The rule.</param>
/// <param name="ExtraWorkPercent">How much more the head did.</param>
/// <param name="IsBesideHog">Whether one core was kept busy meanwhile.</param>
/// <param name="Subject">The test.</param>
/// <param name="Verdict">What the rule said, in its own words.</param>
/// <param name="IsRed">Whether a gate by that rule fails.</param>
/// <param name="Ratio">head / base as the rule sees it; null where it does not tell.</param>
/// <param name="Seconds">What it took, processes and all, a verdict's part of them; without making the builds, s.</param>
/// <param name="BuildSeconds">What making builds took where the rule makes its own, a verdict's part of it, s.</param>
internal sealed record RivalVerdict(
    DateTimeOffset At,
    string Rule,
    int ExtraWorkPercent,
    bool IsBesideHog,
    string Subject,
    string Verdict,
    bool IsRed,
    double? Ratio,
    double Seconds,
    double BuildSeconds)
{
    /// <summary>A verdict of this moment.</summary>
    public static RivalVerdict Of(
        string rule, RivalRound round, string subject, string verdict, bool isRed, double? ratio, double seconds) => new(
        TimeProvider.System.GetUtcNow(),
        rule,
        round.ExtraWorkPercent,
        round.IsBesideHog,
        subject,
        verdict,
        isRed,
        ratio,
        seconds,
        BuildSeconds: 0);
}
