namespace Receipts.Model;

/// <summary>
/// The weights of one convolution, with the arithmetic that merges its neighbours into it: a step that is merged here,
/// once, is a pass over every pixel saved in each forward. All merges are exact but for rounding.
/// </summary>
/// <param name="Weights">[outputs, inputs, side, side], row by row.</param>
/// <param name="Bias">One number per output channel.</param>
/// <param name="Inputs">Input channels that one output channel sees: 1 in a depthwise convolution.</param>
/// <param name="Side">Height and width of the window in pixels, an odd number.</param>
internal sealed record Kernel(double[] Weights, double[] Bias, int Inputs, int Side)
{
    /// <summary>Output channels.</summary>
    public int Outputs => Bias.Length;

    private int WeightsPerOutput => Inputs * Side * Side;

    /// <summary>A kernel as stored; no bias means zeros.</summary>
    public static Kernel Of(float[] weights, float[]? bias, int outputs, int inputs, int side) => new(
        [.. weights.Select(weight => (double)weight)],
        bias is null ? new double[outputs] : [.. bias.Select(number => (double)number)],
        inputs,
        side);

    /// <summary>This convolution and then <paramref name="next"/>, as one.</summary>
    public Kernel Then(Affine next) => new(
        [.. Weights.Select((weight, index) => weight * next.ScaleOf(index / WeightsPerOutput))],
        [.. Bias.Select((bias, output) => (bias * next.ScaleOf(output)) + next.ShiftOf(output))],
        Inputs,
        Side);

    /// <summary>The multiplication of every input by <paramref name="scale"/> and then this convolution, as one.</summary>
    public Kernel AfterScale(double scale) => this with { Weights = [.. Weights.Select(weight => weight * scale)] };

    /// <summary>The map x ↦ scale · x + shift on every input and then this convolution, as one.</summary>
    /// <exception cref="InvalidOperationException">The window is wider than a pixel: padding knows no shift.</exception>
    public Kernel After(double scale, double shift)
    {
        if (Side != 1)
            throw new InvalidOperationException("A shift merges only into a convolution without padding.");

        var shifted = Bias.Select((bias, output) => bias + (shift * Weights.Skip(output * Inputs).Take(Inputs).Sum()));
        return AfterScale(scale) with { Bias = [.. shifted] };
    }

    /// <summary>This convolution and then <paramref name="next"/>, both one pixel wide, as one.</summary>
    /// <exception cref="InvalidOperationException">One of the two is wider.</exception>
    public Kernel Then(Kernel next)
    {
        if (Side != 1 || next.Side != 1)
            throw new InvalidOperationException("Only convolutions one pixel wide merge into one of the same width.");

        var weights = new double[next.Outputs * Inputs];
        var bias = next.Bias.ToArray();
        for (var output = 0; output < next.Outputs; output++)
        {
            for (var middle = 0; middle < Outputs; middle++)
            {
                var share = next.Weights[(output * Outputs) + middle];
                bias[output] += share * Bias[middle];
                for (var input = 0; input < Inputs; input++)
                    weights[(output * Inputs) + input] += share * Weights[(middle * Inputs) + input];
            }
        }

        return new Kernel(weights, bias, Inputs, 1);
    }
}
