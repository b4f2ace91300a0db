using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Receipts.Model;

/// <summary>A convolution with its weights on the device; padded so that a stride of 1 keeps the size.</summary>
internal sealed class Convolution : IDisposable
{
    private readonly Tensor _weights;
    private readonly Tensor _bias;
    private readonly long[] _stride;
    private readonly long[] _padding;
    private readonly long _groups;

    /// <summary>Puts a kernel onto a device.</summary>
    /// <param name="kernel">The weights.</param>
    /// <param name="device">Where it will run.</param>
    /// <param name="stride">Pixels from one window to the next.</param>
    public Convolution(Kernel kernel, Device device, int stride = 1)
    {
        _groups = kernel.Inputs == 1 ? kernel.Outputs : 1;
        long[] shape = [kernel.Outputs, kernel.Inputs, kernel.Side, kernel.Side];
        using Tensor weights = OnDevice(kernel.Weights, device, shape);
        _weights = ChannelsLast.Of(weights).DetachFromDisposeScope();
        _bias = OnDevice(kernel.Bias, device, kernel.Outputs);
        _stride = [stride, stride];
        _padding = [kernel.Side / 2, kernel.Side / 2];
    }

    /// <summary>[N,inputs,H,W] → [N,outputs,H/stride,W/stride].</summary>
    public Tensor ApplyTo(Tensor x) =>
        functional.conv2d(x, _weights, _bias, strides: _stride, padding: _padding, groups: _groups);

    /// <inheritdoc />
    public void Dispose()
    {
        _weights.Dispose();
        _bias.Dispose();
    }

    /// <summary>Numbers as a float32 tensor that no scope disposes of.</summary>
    internal static Tensor OnDevice(double[] values, Device device, params long[] shape)
    {
        using Tensor numbers = tensor([.. values.Select(value => (float)value)]);
        return numbers.reshape(shape).to(device, copy: true).DetachFromDisposeScope();
    }
}
