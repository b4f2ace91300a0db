using Receipts.Model;
using Shouldly;

namespace Receipts.Tests.Model;

/// <summary>How far the answers of two detectors are apart, and what they may be asked.</summary>
internal static class DetectorAgreement
{
    /// <summary>What the probability of a pixel may differ by.</summary>
    public const double Tolerance = 5e-3;

    public static ImageTensor Noise(int height, int width, int seed)
    {
        Random random = new(seed);
        float[] values = [.. Enumerable.Range(0, ImageTensor.Channels * height * width).Select(_ => (random.NextSingle() * 4) - 2)];
        return new ImageTensor(values, height, width);
    }

    public static double WorstDifference(float[] one, float[] other)
    {
        one.Length.ShouldBe(other.Length);
        return one.Zip(other, (a, b) => Math.Abs(a - b)).Max();
    }
}
