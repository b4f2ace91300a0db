using MathNet.Numerics.Distributions;
using Perf.Measurement;
using Perf.Statistics;

namespace Perf.Tests.Statistics;

/// <summary>Processes whose truth is known, with the noise that measured ones have, from a fixed seed.</summary>
/// <param name="luck">Standard deviation of what a process makes of the code for all of its calls.</param>
/// <param name="disturbed">Share of calls that a neighbour makes 1.25 to 3 times longer.</param>
internal sealed class SimulatedProcess(double luck, double disturbed)
{
    private const int Iterations = 24;
    private const double CallNoise = 0.03;

    private readonly Random _random = new(20261120);

    /// <summary>One launch of a body that takes this share of its limit on a machine of its own.</summary>
    public Launch Launch(double truth)
    {
        double centre = Math.Log(truth) + Normal.Sample(_random, 0, luck);
        double[] logs = [.. Enumerable.Range(0, Iterations).Select(_ => centre + Disturbance())];
        return new Launch(RobustStatistics.Median(logs), RobustStatistics.QuietMedian(logs));
    }

    /// <summary>The outcome after as many launches as the rule asks for.</summary>
    public Outcome Verdict(LaunchRule rule, double truth)
    {
        List<Launch> launches = [];
        Outcome outcome;
        do
        {
            launches.Add(Launch(truth));
            outcome = rule.Decide(launches).Outcome;
        }
        while (outcome == Outcome.Undecided && launches.Count < LaunchRule.MostLaunches);

        return outcome;
    }

    private double Disturbance()
    {
        double noise = Normal.Sample(_random, 0, CallNoise);
        return _random.NextDouble() < disturbed ? noise + Math.Log(1.25 + (1.75 * _random.NextDouble())) : noise;
    }
}
