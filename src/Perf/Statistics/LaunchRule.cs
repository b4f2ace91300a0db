using MathNet.Numerics.Distributions;
using Perf.Measurement;
using Perf.Thresholds;

namespace Perf.Statistics;

/// <summary>
/// The one rule by which launches become a verdict. A launch is not believed to be free of a process's own luck just
/// because it is precise, so the spread between processes starts from an assumed one, with the weight of four observations.
/// Pure: no clock, no files.
/// </summary>
/// <param name="Limit">The relative change that is allowed: 0.10 for 10 %, 0 for an absolute limit.</param>
/// <param name="Tolerance">Half-width of the zone around the limit in which nothing is claimed: 0.02 for 2 %.</param>
/// <param name="Luck">The assumed standard deviation of ln ratio between processes of the same code.</param>
/// <param name="Better">Which way is better: it decides on which side of 1 the limit lies.</param>
public sealed record LaunchRule(double Limit, double Tolerance, double Luck, Direction Better)
{
    /// <summary>After so many launches without a verdict the answer is that there is none.</summary>
    public const int MostLaunches = 5;

    /// <summary>The luck of one launch against an absolute limit, from replays of recorded processes.</summary>
    public const double LuckAgainstLimit = 0.08;

    /// <summary>The luck of one process that runs both builds, from launches of unchanged code.</summary>
    public const double LuckOfDuet = 0.02;

    /// <summary>The luck of one process beside a control, from recorded processes of single-threaded code.</summary>
    public const double LuckOfFile = 0.02;

    /// <summary>The luck of two processes, one a build, whose bodies take turns.</summary>
    public const double LuckOfTwoProcesses = 0.05;

    // How many observations the assumed luck is worth.
    private const double LuckWeight = 4;

    // The variance of a median of normal values over that of their mean, π/2, for the few launches of a baseline.
    private const double MedianVariance = 1.45;

    // Two processes must agree before anything is red.
    private const int FewestLaunchesForRed = 2;

    private const double RedConfidence = 0.995;
    private const double PassConfidence = 0.98;

    /// <summary>The limit as a ratio to the reference, turned so that more is worse; 1 for an absolute limit.</summary>
    public double LimitRatio => Math.Exp(Middle);

    private double Lower => Edge(-Tolerance);

    private double Middle => Edge(0);

    private double Upper => Edge(+Tolerance);

    /// <summary>Decides over the launches so far; the order of the launches does not matter.</summary>
    /// <param name="current">At least one launch of the code under test.</param>
    /// <param name="baseline">
    /// The recorded launches, where the reference of the estimates is a control and not the baseline itself.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no launch, or a launch, of the baseline too, is no finite number with an error of at least 0.
    /// </exception>
    public Decision Decide(IReadOnlyList<Launch> current, BaselineLaunches? baseline = null)
    {
        if (current.Count == 0)
        {
            throw new ArgumentException("There is no launch to decide over.", nameof(current));
        }

        if (baseline is not null)
        {
            Check(baseline);
        }

        Position quiet = Locate([.. current.Select(launch => launch.Quiet)], baseline);
        Position typical = Locate([.. current.Select(launch => launch.Typical)], baseline);
        double red = StudentT.InvCDF(0, 1, quiet.Freedom, RedConfidence) * quiet.Error;
        double pass = StudentT.InvCDF(0, 1, typical.Freedom, PassConfidence) * typical.Error;

        Outcome outcome = Outcome.Undecided;
        if (current.Count >= FewestLaunchesForRed && quiet.Mean > Middle && quiet.Mean - red > Lower)
        {
            outcome = Outcome.Broken;
        }
        else if (typical.Mean < Middle && typical.Mean + pass < Upper)
        {
            outcome = Outcome.Kept;
        }

        // A red verdict shows the numbers that it was reached with.
        Position shown = outcome == Outcome.Broken ? quiet : typical;
        double half = StudentT.InvCDF(0, 1, shown.Freedom, RedConfidence) * shown.Error;
        return new Decision(
            outcome,
            Math.Exp(shown.Mean),
            new Bounds(Math.Exp(shown.Mean - half), Math.Exp(shown.Mean + half)),
            Math.Exp(Math.Max(Middle, Lower + red)),
            shown.Luck);
    }

    // ln of the limit plus an offset. More is worse in every estimate, so a metric of which more is better is turned round.
    private double Edge(double offset) =>
        Better == Direction.LowerIsBetter ? Math.Log(1 + Limit + offset) : -Math.Log(1 - Limit - offset);

    private Position Locate(Estimate[] estimates, BaselineLaunches? baseline)
    {
        Check(estimates);
        int launches = estimates.Length;
        double mean = estimates.Average(estimate => estimate.Value);
        double squares = (LuckWeight * Luck * Luck) + SquaresAroundTheMean(estimates);
        double freedom = LuckWeight + launches - 1;
        double perLaunch = 1.0 / launches;
        double within = MeanSquaredError(estimates) / launches;
        if (baseline is not null)
        {
            int recorded = baseline.Estimates.Count;
            mean -= baseline.Accepted;
            squares += SquaresAroundTheMean(baseline.Estimates);
            freedom += recorded - 1;
            perLaunch += MedianVariance / baseline.LevelCount;
            within += MeanSquaredError(baseline.Estimates) / baseline.LevelCount;
        }

        double variance = squares / freedom;
        return new Position(mean, Math.Sqrt((variance * perLaunch) + within), freedom, Math.Sqrt(variance));
    }

    private static void Check(BaselineLaunches baseline)
    {
        if (baseline.Estimates.Count == 0 || !double.IsFinite(baseline.Accepted))
        {
            throw new ArgumentException("A baseline needs a launch and a finite accepted value.", nameof(baseline));
        }

        Check(baseline.Estimates);
    }

    private static void Check(IEnumerable<Estimate> estimates)
    {
        if (estimates.Any(e => !double.IsFinite(e.Value) || !double.IsFinite(e.StandardError) || e.StandardError < 0))
        {
            throw new ArgumentException("A launch needs a finite estimate and a standard error that is not negative.");
        }
    }

    private static double MeanSquaredError(IEnumerable<Estimate> estimates) =>
        estimates.Average(estimate => estimate.StandardError * estimate.StandardError);

    private static double SquaresAroundTheMean(IReadOnlyCollection<Estimate> estimates)
    {
        double mean = estimates.Average(estimate => estimate.Value);
        return estimates.Sum(estimate => (estimate.Value - mean) * (estimate.Value - mean));
    }

    private readonly record struct Position(double Mean, double Error, double Freedom, double Luck);
}
