using System.Text.Json;
using System.Text.Json.Serialization;
using MathNet.Numerics.Statistics;

namespace Perf.Baselines;

/// <summary>What one process recorded of one metric of one test; all values in the unit of its series.</summary>
/// <param name="Iterations">How often the body ran.</param>
/// <param name="Median">The middle of all values.</param>
/// <param name="LowerQuartile">The value that a quarter of them do not exceed.</param>
/// <param name="UpperQuartile">The value that three quarters of them do not exceed.</param>
/// <param name="Minimum">The least value.</param>
/// <param name="Maximum">The largest value.</param>
/// <param name="Values">The values, per iteration, in their order, thinned to at most <see cref="MostValues"/>.</param>
public sealed record BaselineLaunch(
    [property: JsonRequired] int Iterations,
    [property: JsonRequired] double Median,
    [property: JsonRequired] double LowerQuartile,
    [property: JsonRequired] double UpperQuartile,
    [property: JsonRequired] double Minimum,
    [property: JsonRequired] double Maximum,
    [property: JsonRequired] IReadOnlyList<double> Values)
{
    /// <summary>How many values of a launch a file keeps.</summary>
    public const int MostValues = 200;

    // Fields of a later version with the same schema: kept, so that rewriting a file loses none of them.
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Sums up what a process measured.</summary>
    /// <param name="iterations">How often the body ran, which may be more than there are values.</param>
    /// <param name="values">At least one value per iteration or per sample, in their order.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static BaselineLaunch Of(int iterations, IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            throw new ArgumentException("A launch without values has no median.", nameof(values));
        }

        double[] sorted = [.. values.Order()];
        return new BaselineLaunch(
            iterations,
            Quantile(sorted, 0.5),
            Quantile(sorted, 0.25),
            Quantile(sorted, 0.75),
            sorted[0],
            sorted[^1],
            Thinned(values));
    }

    private static double Quantile(double[] sorted, double share) =>
        SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);

    // Every so many-th value and not the first ones: a drift within the launch stays visible.
    private static double[] Thinned(IReadOnlyList<double> values)
    {
        int kept = Math.Min(values.Count, MostValues);
        return [.. Enumerable.Range(0, kept).Select(i => values[(int)((long)i * values.Count / kept)])];
    }
}
