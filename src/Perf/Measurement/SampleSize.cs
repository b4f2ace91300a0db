namespace Perf.Measurement;

/// <summary>How many samples a launch takes.</summary>
/// <param name="LeastSamples">Not fewer than these,</param>
/// <param name="LeastSeconds">and not for a shorter time,</param>
/// <param name="MostSeconds">but no longer than this, whatever there is by then.</param>
public sealed record SampleSize(int LeastSamples, double LeastSeconds, double MostSeconds)
{
    /// <summary>For a noisy metric: ≥ 12 iterations and ≥ 1.5 s, at most 5 s.</summary>
    public static SampleSize ForNoisy { get; } = new(12, 1.5, 5);

    /// <summary>For what is the same in every run: five settled iterations.</summary>
    public static SampleSize ForExact { get; } = new(5, 0, 5);

    /// <summary>Whether so many samples in so many seconds are enough.</summary>
    public bool IsReached(int samples, double seconds) =>
        (samples >= LeastSamples && seconds >= LeastSeconds) || seconds >= MostSeconds;
}
