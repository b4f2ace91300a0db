using MathNet.Numerics.Statistics;

namespace Perf.Tool.Reports.Html.Plots;

/// <summary>How often which value occurred: of samples, or of the quantiles that a baseline file keeps of them.</summary>
internal sealed class Distribution
{
    private readonly double[] _sorted;
    private readonly bool _areQuantiles;

    private Distribution(double[] sorted, bool areQuantiles) => (_sorted, _areQuantiles) = (sorted, areQuantiles);

    /// <summary>Half of the values are less.</summary>
    public double Median => Quantile(0.5);

    /// <summary>How many values it rests on.</summary>
    public int Count => _sorted.Length;

    /// <summary>The distribution of samples; null of fewer than 5.</summary>
    public static Distribution? OfSamples(IEnumerable<double> values) => Of([.. values.Where(double.IsFinite).Order()], false);

    /// <summary>The distribution between quantiles at equal steps from the least to the greatest; null of fewer than 5.</summary>
    public static Distribution? OfQuantiles(IEnumerable<double> quantiles) => Of([.. quantiles.Where(double.IsFinite).Order()], true);

    /// <summary>The value below which a share of all lies.</summary>
    public double Quantile(double share) => SortedArrayStatistics.QuantileCustom(_sorted, share, QuantileDefinition.R7);

    /// <summary>The share of values in each of equal steps from one value to another.</summary>
    public double[] Shares(double from, double to, int steps)
    {
        double width = (to - from) / steps;
        double[] below = [.. Enumerable.Range(0, steps + 1).Select(step => ShareBelow(from + (step * width)))];
        return [.. Enumerable.Range(0, steps).Select(step => below[step + 1] - below[step])];
    }

    private static Distribution? Of(double[] sorted, bool areQuantiles) => sorted.Length < 5 ? null : new Distribution(sorted, areQuantiles);

    private double ShareBelow(double value)
    {
        int index = Array.BinarySearch(_sorted, value);
        index = index < 0 ? ~index : index;
        while (index > 0 && _sorted[index - 1] == value)
        {
            index--;
        }

        if (!_areQuantiles)
        {
            return (double)index / _sorted.Length;
        }

        if (index == 0 || index == _sorted.Length)
        {
            return index == 0 ? 0 : 1;
        }

        double within = (value - _sorted[index - 1]) / (_sorted[index] - _sorted[index - 1]);
        return (index - 1 + within) / (_sorted.Length - 1);
    }
}
