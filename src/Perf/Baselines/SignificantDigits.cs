namespace Perf.Baselines;

/// <summary>
/// Rounds what a baseline keeps: a time of the clock has no more than six digits that mean anything, and a file that is reviewed
/// and read by a compiler is the better for being short.
/// </summary>
public static class SignificantDigits
{
    private const int Digits = 6;

    /// <summary>The number with six significant digits; what is not finite stays as it is.</summary>
    public static double Round(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        int decimals = Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));

        // Dividing by a power of ten is exact to the last bit, where multiplying by a negative one is not.
        double scale = Math.Pow(10, Math.Abs(decimals));
        return decimals >= 0 ? Math.Round(value * scale) / scale : Math.Round(value / scale) * scale;
    }
}
