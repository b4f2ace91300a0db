namespace Perf.Duets;

/// <summary>How much a launch of a duet measures: rounds until the estimate is good enough.</summary>
public static class DuetSize
{
    /// <summary>Always at least so many rounds: the pairs of one share a memory layout.</summary>
    public const int FewestRounds = 4;

    /// <summary>Not more than these.</summary>
    public const int MostRounds = 40;

    /// <summary>No round begins after so many seconds.</summary>
    public const double MostSeconds = 5;

    /// <summary>Enough when the standard error of ln ratio is this small.</summary>
    public const double EnoughStandardError = 0.01;

    private const double LongCallSeconds = 0.05;

    /// <summary>Pairs of a round; fewer of long calls.</summary>
    public static int PairsPerRound(double callSeconds) => callSeconds > LongCallSeconds ? 3 : 6;

    /// <summary>What the rounds of a launch take at least, s: each with an untimed call of both builds.</summary>
    public static double LeastSeconds(double callSeconds) => FewestRounds * 2 * (PairsPerRound(callSeconds) + 1) * callSeconds;
}
