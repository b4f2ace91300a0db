using System.Globalization;

namespace Perf.Thresholds;

/// <summary>The numbers that a key can take; never NaN and never infinite.</summary>
/// <param name="Minimum">The least, or minus infinity.</param>
/// <param name="MinimumInclusive">Whether the least itself is in the range.</param>
/// <param name="Maximum">The greatest, or infinity.</param>
/// <param name="MaximumInclusive">Whether the greatest itself is in the range.</param>
/// <param name="IsWhole">Whether only whole numbers are in the range.</param>
public readonly record struct ValueRange(
    double Minimum, bool MinimumInclusive, double Maximum, bool MaximumInclusive, bool IsWhole = false)
{
    /// <summary>Every finite number.</summary>
    public static ValueRange Finite { get; } = new(double.NegativeInfinity, false, double.PositiveInfinity, false);

    /// <summary>Every finite number above 0.</summary>
    public static ValueRange Positive { get; } = new(0, false, double.PositiveInfinity, false);

    /// <summary>0 and every finite number above it.</summary>
    public static ValueRange NotNegative { get; } = new(0, true, double.PositiveInfinity, false);

    /// <summary>Whether a number is in the range.</summary>
    public bool Contains(double value) =>
        !double.IsNaN(value)
        && !double.IsInfinity(value)
        && (MinimumInclusive ? value >= Minimum : value > Minimum)
        && (MaximumInclusive ? value <= Maximum : value < Maximum)
        && (!IsWhole || value == Math.Floor(value));

    /// <summary>
    /// The range in words that go on after "must be": <c>greater than 0, at most 100</c>;
    /// <c>a whole number, at least 0</c>.
    /// </summary>
    public override string ToString()
    {
        string from = MinimumInclusive ? "at least" : "greater than";
        string to = MaximumInclusive ? "at most" : "below";
        string?[] all =
        [
            IsWhole ? "a whole number" : null,
            double.IsInfinity(Minimum) ? null : $"{from} {Text(Minimum)}",
            double.IsInfinity(Maximum) ? null : $"{to} {Text(Maximum)}",
        ];
        string[] parts = [.. all.OfType<string>()];
        return parts.Length == 0 ? "any finite number" : string.Join(", ", parts);
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
