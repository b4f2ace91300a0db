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
    private const double AllowedRatio = 1.1;
    private const double Significance = 0.001;

    private static readonly Threshold Allowed = Threshold.Parse("10%");

    /// <summary>The rules.</summary>
    public static IReadOnlyList<SequentialRule> All { get; } =
    [
        new SequentialRule("naive mean + 10 %", IsMeanBeyond, Means),
        new SequentialRule(
            "Mann–Whitney, two processes",
            (ofBase, ofHead) => SlowerProbability(ofBase, ofHead) < Significance,
            (ofBase, ofHead) => ofHead.Median() / ofBase.Median()),
    ];

    private static bool IsMeanBeyond(double[] ofBase, double[] ofHead) => Means(ofBase, ofHead) > AllowedRatio;

    private static double Means(double[] ofBase, double[] ofHead) => ofHead.Mean() / ofBase.Mean();

    // How probable such samples are where the head is not slower by more than what is allowed.
    private static double SlowerProbability(double[] ofBase, double[] ofHead) => MannWhitneyTest.Instance
        .Perform(new Sample(ofHead), new Sample(ofBase), AlternativeHypothesis.Greater, Allowed)
        .PValue;
}
