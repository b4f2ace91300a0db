using MathNet.Numerics.Statistics;

namespace Perf.Benchmarks.Figures;

/// <summary>One number of a figure: the median over its rounds, and what the rounds spread.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Who">Of whom: ours, or a rival.</param>
/// <param name="Median">The median over the rounds, in <paramref name="Unit"/>.</param>
/// <param name="LowerQuartile">What a quarter of the rounds do not exceed.</param>
/// <param name="UpperQuartile">What three quarters of the rounds do not exceed.</param>
/// <param name="Unit">The unit of the three.</param>
/// <param name="Rounds">How many rounds there were.</param>
public sealed record FigureRow(
    string What, string Who, double Median, double LowerQuartile, double UpperQuartile, string Unit, int Rounds)
{
    /// <summary>The row of a series of rounds.</summary>
    public static FigureRow Of(string what, string who, string unit, IReadOnlyCollection<double> rounds) => new(
        what, who, rounds.Median(), rounds.LowerQuartile(), rounds.UpperQuartile(), unit, rounds.Count);
}
