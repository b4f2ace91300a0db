namespace Perf.Controlled;

/// <summary>How much a launch beside a control measures.</summary>
public static class ControlledSize
{
    /// <summary>The subject is made anew after so many seconds: what SetUp builds has a memory layout, and some are slow.</summary>
    public const double RoundSeconds = 0.3;

    /// <summary>A launch measures for so long.</summary>
    public const double Seconds = 2;

    /// <summary>A launch that has decided already may end after so many seconds.</summary>
    public const double LeastSeconds = 0.5;

    /// <summary>Long calls are measured for longer than <see cref="Seconds"/>, until there are so many samples.</summary>
    public const int FewestSamples = 12;

    /// <summary>No round begins after so many seconds, whatever there is by then.</summary>
    public const double MostSeconds = 5;

    /// <summary>For so long a recording tries each control.</summary>
    public const double SecondsOfTrial = 0.3;

    /// <summary>Whether so many samples in so many seconds are a launch.</summary>
    public static bool IsReached(int samples, double seconds) =>
        (samples >= FewestSamples && seconds >= Seconds) || seconds >= MostSeconds;
}
