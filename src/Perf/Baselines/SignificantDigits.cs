using System.Globalization;

namespace Perf.Baselines;

/// <summary>
/// Rounds what a baseline keeps: a time of the clock has no more than six digits that mean anything, and a file that is reviewed
/// and read by a compiler is the better for being short.
/// </summary>
public static class SignificantDigits
{
    // One digit before the point and five behind it; decimal, so that what is written is what is meant.
    private const string Form = "E5";

    /// <summary>The number with six significant digits; what is not finite stays as it is.</summary>
    public static double Round(double value) => double.IsFinite(value)
        ? double.Parse(value.ToString(Form, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : value;
}
