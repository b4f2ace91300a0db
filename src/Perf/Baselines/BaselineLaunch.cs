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
public sealed record BaselineLaunch(
    [property: JsonRequired] int Iterations,
    [property: JsonRequired] double Median,
    [property: JsonRequired] double LowerQuartile,
    [property: JsonRequired] double UpperQuartile,
    [property: JsonRequired] double Minimum,
    [property: JsonRequired] double Maximum)
{
    /// <summary>How many quantiles a launch keeps: from the least to the largest value in steps of 5 %.</summary>
    public const int QuantileCount = 21;

    /// <summary>The distribution of the values, as <see cref="QuantileCount"/> quantiles of type 7; none in files of others.</summary>
    public IReadOnlyList<double> Quantiles
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>When the process ran; null where that is the series' own time.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What it says beside a control; null where none was measured.</summary>
    public BesideControl? Beside { get; init; }

    /// <summary>
    /// True for a launch of before the series was accepted at another level, moved to that level: it tells how much processes differ, and
    /// nothing of the level; null otherwise.
    /// </summary>
    public bool? Moved { get; init; }

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
        return new BaselineLaunch(iterations, Quantile(0.5), Quantile(0.25), Quantile(0.75), Quantile(0), Quantile(1))
        {
            Quantiles = [.. Enumerable.Range(0, QuantileCount).Select(step => Quantile(step / (QuantileCount - 1.0)))],
        };

        double Quantile(double share) =>
            SignificantDigits.Round(SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7));
    }
}
