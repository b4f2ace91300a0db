namespace Receipts.Model;

/// <summary>x ↦ scale · x + shift, with one pair per channel, or one pair for all channels.</summary>
internal readonly record struct Affine(double[] Scale, double[] Shift)
{
    /// <summary>Added to the variance under the root, as the published model was trained.</summary>
    private const double BatchNormalizationEpsilon = 1e-5;

    /// <summary>One scale and one shift for all channels, as the trained blocks carry behind each convolution.</summary>
    public static Affine Learned(float[] scale, float[] shift) => new([scale[0]], [shift[0]]);

    /// <summary>What batch normalization is at inference: (x − mean) / √(variance + ε) · gain + bias.</summary>
    public static Affine OfBatchNormalization(float[] gain, float[] bias, float[] mean, float[] variance)
    {
        var scale = gain.Zip(variance, (g, v) => g / Math.Sqrt(v + BatchNormalizationEpsilon)).ToArray();
        return new(scale, [.. bias.Select((b, channel) => b - (mean[channel] * scale[channel]))]);
    }

    /// <summary>Scale of <paramref name="channel"/>.</summary>
    public double ScaleOf(int channel) => Scale[Scale.Length == 1 ? 0 : channel];

    /// <summary>Shift of <paramref name="channel"/>.</summary>
    public double ShiftOf(int channel) => Shift[Shift.Length == 1 ? 0 : channel];
}
