namespace Perf.Measurement;

/// <summary>How many samples a launch takes.</summary>
/// <param name="LeastSamples">Not fewer than these,</param>
/// <param name="LeastSeconds">and not for a shorter time,</param>
/// <param name="MostSeconds">but no longer than this, whatever there is by then.</param>
public sealed record SampleSize(int LeastSamples, double LeastSeconds, double MostSeconds)
{
    /// <summary>For a noisy metric: ≥ 12 iterations and ≥ 1.5 s, at most 5 s.</summary>
    public static SampleSize ForNoisy { get; } = new(12, 1.5, 5);

    /// <summary>
    /// For a ratio of a tail: ≥ 20 iterations, since a body may run one batch only. A slow machine gets more time for them:
    /// with fewer there would be no verdict at all.
    /// </summary>
    public static SampleSize ForTail { get; } = new(ReadingValues.LeastTailValues, 1.5, 30);

    /// <summary>For what is the same in every run: five settled iterations.</summary>
    public static SampleSize ForExact { get; } = new(5, 0, 5);

    /// <summary>The size that a plan needs.</summary>
    public static SampleSize Of(SamplingPlan plan) => plan switch
    {
        { HasTail: true } => ForTail,
        { IsNoisy: true } => ForNoisy,
        _ => ForExact,
    };

    /// <summary>Whether so many samples in so many seconds are enough.</summary>
    public bool IsReached(int samples, double seconds) =>
        (samples >= LeastSamples && seconds >= LeastSeconds) || seconds >= MostSeconds;
}
