namespace Perf.Benchmarks.Duets;

/// <summary>One verdict of a duet, a line of the record.</summary>
/// <param name="At">When.</param>
/// <param name="ExtraWorkPercent">How much more the head did.</param>
/// <param name="IsBesideHog">Whether one core was kept busy meanwhile.</param>
/// <param name="Subject">The test.</param>
/// <param name="Verdict">What it came to; the error where there was none.</param>
/// <param name="Ratio">head / base.</param>
/// <param name="Launches">How many processes were asked.</param>
/// <param name="Seconds">From the first launch to the verdict, s.</param>
/// <param name="WarmUpSeconds">The warm-ups of that, as far as the record tells, s.</param>
/// <param name="IsInWall">Whether wall time was judged.</param>
/// <param name="IsFirst">Whether it was the first test of its process.</param>
internal sealed record DuetVerdict(
    DateTimeOffset At,
    int ExtraWorkPercent,
    bool IsBesideHog,
    string Subject,
    string Verdict,
    double? Ratio,
    int Launches,
    double Seconds,
    double WarmUpSeconds,
    bool IsInWall,
    bool IsFirst);
