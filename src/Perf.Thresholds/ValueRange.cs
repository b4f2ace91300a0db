using System.Globalization;

namespace Perf.Thresholds;

/// <summary>The numbers that a key can have.</summary>
/// <param name="Minimum">The least; may be −∞.</param>
/// <param name="MinimumInclusive">Whether the least itself belongs to it.</param>
/// <param name="Maximum">The largest; may be +∞.</param>
/// <param name="MaximumInclusive">Whether the largest itself belongs to it.</param>
/// <param name="IsWhole">Whether only whole numbers belong to it.</param>
public readonly record struct ValueRange(
    double Minimum, bool MinimumInclusive, double Maximum, bool MaximumInclusive, bool IsWhole = false)
{
    /// <summary>Every finite number.</summary>
    public static ValueRange Finite { get; } = new(double.NegativeInfinity, false, double.PositiveInfinity, false);

    /// <summary>Above 0.</summary>
    public static ValueRange Positive { get; } = new(0, false, double.PositiveInfinity, false);

    /// <summary>0 or above.</summary>
    public static ValueRange NotNegative { get; } = new(0, true, double.PositiveInfinity, false);

    /// <summary>0, 1, 2 …</summary>
    public static ValueRange Count { get; } = new(0, true, double.PositiveInfinity, false, IsWhole: true);

    /// <summary>Whether a number belongs to it; NaN and the infinities never do.</summary>
    public bool Contains(double value) =>
        !double.IsNaN(value)
        && !double.IsInfinity(value)
        && (value > Minimum || (MinimumInclusive && value == Minimum))
        && (value < Maximum || (MaximumInclusive && value == Maximum))
        && (!IsWhole || Math.Floor(value) == value);

    /// <summary>In words: <c>a number above 0 and at most 100</c>.</summary>
    public override string ToString()
    {
        string number = IsWhole ? "a whole number" : "a finite number";
        string from = double.IsInfinity(Minimum) ? "" : MinimumInclusive ? $" of at least {Text(Minimum)}" : $" above {Text(Minimum)}";
        string to = double.IsInfinity(Maximum) ? "" : MaximumInclusive ? $" and at most {Text(Maximum)}" : $" and below {Text(Maximum)}";
        return number + from + to;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
