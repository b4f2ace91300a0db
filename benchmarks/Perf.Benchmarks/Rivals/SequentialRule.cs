using System.Globalization;
using MathNet.Numerics.Statistics;
using Perfolizer.Mathematics.SignificanceTesting.Base;
using Perfolizer.Mathematics.SignificanceTesting.MannWhitney;
using Perfolizer.Metrology;
using Pragmastat;

namespace Perf.Benchmarks.Rivals;

/// <summary>A usual rule over the samples of two processes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRed">Whether it fails, given the samples of the base and those of the head.</param>
/// <param name="Ratio">head / base as it sees it.</param>
internal sealed record SequentialRule(
    string Name, Func<double[], double[], bool> IsRed, Func<double[], double[], double> Ratio)
{
    private const double Significance = 0.001;

    /// <summary>The rules with what is usually allowed, 10 %.</summary>
    public static IReadOnlyList<SequentialRule> All { get; } = Beyond(10);

    /// <summary>The rules.</summary>
    /// <param name="allowedPercent">How much slower the head may be, in %.</param>
    public static IReadOnlyList<SequentialRule> Beyond(double allowedPercent)
    {
        string percent = allowedPercent.ToString(CultureInfo.InvariantCulture);
        double allowedRatio = 1 + (allowedPercent / 100);
        Threshold allowed = Threshold.Parse($"{percent}%");
        return
        [
            new SequentialRule(
                $"naive mean + {percent} %", (ofBase, ofHead) => Means(ofBase, ofHead) > allowedRatio, Means),
            new SequentialRule(
                "Mann–Whitney, two processes",
                (ofBase, ofHead) => SlowerProbability(ofBase, ofHead, allowed) < Significance,
                (ofBase, ofHead) => ofHead.Median() / ofBase.Median()),
        ];
    }

    private static double Means(double[] ofBase, double[] ofHead) => ofHead.Mean() / ofBase.Mean();

    // How probable such samples are where the head is not slower by more than what is allowed.
    private static double SlowerProbability(double[] ofBase, double[] ofHead, Threshold allowed) => MannWhitneyTest.Instance
        .Perform(new Sample(ofHead), new Sample(ofBase), AlternativeHypothesis.Greater, allowed)
        .PValue;
}
