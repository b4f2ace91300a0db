using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>
/// The end of the head: two transposed convolutions of window and stride 2, four times the height and width.
/// </summary>
/// <remarks>
/// Windows that do not overlap make a transposed convolution a pointwise one with an output for each place in the
/// window. So both run at the small size, and the pixels are moved to their places once, at the end.
/// </remarks>
internal sealed class Enlargement(Convolution first, Convolution second) : IDisposable
{
    private const int Window = 2;
    private const int Places = Window * Window;

    /// <summary>[N,channels,H,W] → [N,1,4H,4W], probabilities.</summary>
    public Tensor ApplyTo(Tensor x)
    {
        (long count, long height, long width) = (x.shape[0], x.shape[2], x.shape[3]);
        Tensor y = second.ApplyTo(first.ApplyTo(x).relu_()).sigmoid_();

        // The channels count row and column in the first window, then row and column in the second.
        return y.reshape(count, Window, Window, Window, Window, height, width)
            .permute(0, 5, 1, 3, 6, 2, 4)
            .reshape(count, 1, height * Places, width * Places);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
    }

    /// <summary>A transposed convolution as a pointwise kernel, the outputs of one place after the other's.</summary>
    /// <param name="weights">[inputs, outputs, 2, 2], row by row.</param>
    /// <param name="bias">One number per output channel.</param>
    /// <param name="next">What follows it, one pair per output channel.</param>
    public static Kernel Pointwise(float[] weights, float[] bias, Affine next)
    {
        int outputs = bias.Length;
        int inputs = weights.Length / (outputs * Places);
        double[] moved = new double[weights.Length];
        for (int index = 0; index < weights.Length; index++)
        {
            int input = index / (outputs * Places);
            int output = index / Places % outputs;
            int place = index % Places;
            moved[(((place * outputs) + output) * inputs) + input] = weights[index] * next.ScaleOf(output);
        }

        return new Kernel(moved, AtEveryPlace(bias.Select(Shifted)), inputs, Side: 1);

        double Shifted(float number, int output) => (number * next.ScaleOf(output)) + next.ShiftOf(output);
    }

    /// <summary>The kernel for each place of the enlargement before it, whose channels alone it sees.</summary>
    public static Kernel AtEveryPlace(Kernel kernel)
    {
        int width = kernel.Inputs * Places;
        double[] weights = new double[Places * kernel.Outputs * width];
        for (int row = 0; row < Places * kernel.Outputs; row++)
        {
            int place = row / kernel.Outputs;
            int output = row % kernel.Outputs;
            Span<double> target = weights.AsSpan((row * width) + (place * kernel.Inputs));
            kernel.Weights.AsSpan(output * kernel.Inputs, kernel.Inputs).CopyTo(target);
        }

        return new Kernel(weights, AtEveryPlace(kernel.Bias), width, Side: 1);
    }

    private static double[] AtEveryPlace(IEnumerable<double> bias) =>
        [.. Enumerable.Repeat(bias, Places).SelectMany(numbers => numbers)];
}
