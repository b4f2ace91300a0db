using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Receipts.Model;

/// <summary>A transposed convolution with a window and a stride of 2: twice the height and width.</summary>
internal sealed class Doubling : IDisposable
{
    private static readonly long[] Stride = [2, 2];

    private readonly Tensor _weights;
    private readonly Tensor _bias;

    /// <summary>Puts the weights onto a device, with what follows merged into them.</summary>
    /// <param name="weights">[inputs, outputs, 2, 2], row by row.</param>
    /// <param name="bias">One number per output channel.</param>
    /// <param name="next">What follows it, one pair per output channel.</param>
    /// <param name="device">Where it will run.</param>
    public Doubling(float[] weights, float[] bias, Affine next, Device device)
    {
        int outputs = bias.Length;
        double[] merged = [.. weights.Select((weight, index) => weight * next.ScaleOf(index / 4 % outputs))];
        double[] shifted = [.. bias.Select((number, output) => (number * next.ScaleOf(output)) + next.ShiftOf(output))];
        _weights = Convolution.OnDevice(merged, device, weights.Length / (outputs * 4), outputs, 2, 2);
        _bias = Convolution.OnDevice(shifted, device, outputs);
    }

    /// <summary>[N,inputs,H,W] → [N,outputs,2H,2W].</summary>
    public Tensor ApplyTo(Tensor x) => functional.conv_transpose2d(x, _weights, _bias, strides: Stride);

    /// <inheritdoc />
    public void Dispose()
    {
        _weights.Dispose();
        _bias.Dispose();
    }
}
