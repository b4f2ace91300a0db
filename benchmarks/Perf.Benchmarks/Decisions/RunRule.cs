using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Perf.Benchmarks.Rivals;
using Perf.Judging;
using Perfolizer.Mathematics.SignificanceTesting;
using Perfolizer.Mathematics.SignificanceTesting.Base;
using Perfolizer.Metrology;
using Pragmastat;

namespace Perf.Benchmarks.Decisions;

/// <summary>A usual rule over two runs, each of a process of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Decide">What it says, given the times of the base's calls and those of the head's.</param>
internal sealed record RunRule(string Name, Func<double[], double[], Verdict> Decide)
{
    private const double Significance = 0.001;

    /// <summary>The rules.</summary>
    /// <param name="limitPercent">How much slower the head may be, in %.</param>
    public static IReadOnlyList<RunRule> All(double limitPercent)
    {
        double limit = 1 + (limitPercent / 100);
        Threshold allowed = Threshold.Parse(limitPercent.ToString(CultureInfo.InvariantCulture) + "%");
        return
        [
            .. SequentialRule.Beyond(limitPercent).Select(rule => Red(rule.Name, rule.IsRed)),
            Red("median", (ofBase, ofHead) => ofHead.Median() > limit * ofBase.Median()),
            Red("minimum", (ofBase, ofHead) => ofHead.Min() > limit * ofBase.Min()),
            Red("Welch t, p < .001", (ofBase, ofHead) => WelchTest.Instance
                .Perform(new Sample(ofHead), new Sample(ofBase), AlternativeHypothesis.Greater, allowed)
                .PValue < Significance),
            Red("99.9 % intervals of the means apart", (ofBase, ofHead) => AreApart(ofBase, ofHead, limit)),
            new RunRule(
                "Pragmastat, 99.9 % bounds of the ratio", (ofBase, ofHead) => WithinBounds(ofBase, ofHead, limit)),
        ];
    }

    // What is not red is green: these rules know no third verdict.
    private static RunRule Red(string name, Func<double[], double[], bool> isRed) =>
        new(name, (ofBase, ofHead) => isRed(ofBase, ofHead) ? Verdict.Regressed : Verdict.Pass);

    private static bool AreApart(double[] ofBase, double[] ofHead, double limit) =>
        ofHead.Mean() > limit * ofBase.Mean() && ofHead.Mean() - HalfWidth(ofHead) > ofBase.Mean() + HalfWidth(ofBase);

    private static double HalfWidth(double[] values) =>
        StudentT.InvCDF(0, 1, values.Length - 1, 1 - (Significance / 2))
        * values.StandardDeviation() / Math.Sqrt(values.Length);

    private static Verdict WithinBounds(double[] ofBase, double[] ofHead, double limit)
    {
        (double lower, double upper) = RatioBounds.Of(ofBase, ofHead, Significance);
        return lower > limit ? Verdict.Regressed : upper < limit ? Verdict.Pass : Verdict.Inconclusive;
    }
}
