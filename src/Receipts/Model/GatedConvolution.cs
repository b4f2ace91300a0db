using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>A convolution whose output is added to itself times its gate: the unit of the feature pyramid (RSE-FPN).</summary>
internal sealed class GatedConvolution(Convolution? before, Convolution convolution, Gate gate) : IDisposable
{
    /// <summary>[N,inputs,H,W] → [N,outputs,H,W].</summary>
    public Tensor ApplyTo(Tensor x)
    {
        Tensor y = convolution.ApplyTo(before?.ApplyTo(x) ?? x);
        return y.mul_(gate.Of(y).add_(HeldScalars.One, HeldScalars.One));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        before?.Dispose();
        convolution.Dispose();
        gate.Dispose();
    }
}
