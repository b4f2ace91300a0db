using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Receipts.Model;

/// <summary>
/// Squeeze and excitation (Hu et al. 2018): one factor in 0..1 for each channel of each image, from the channels' means.
/// </summary>
/// <param name="down">Fewer channels.</param>
/// <param name="up">As many as before.</param>
internal sealed class Gate(Convolution down, Convolution up) : IDisposable
{
    private static readonly long[] Sides = [2, 3];

    /// <summary>[N,C,H,W] → [N,C,1,1].</summary>
    public Tensor Of(Tensor x) =>
        functional.hardsigmoid(up.ApplyTo(functional.relu(down.ApplyTo(x.mean(Sides, keepdim: true)))));

    /// <inheritdoc />
    public void Dispose()
    {
        down.Dispose();
        up.Dispose();
    }

    /// <summary>The kernel whose clamp(slope · x + 1/2, 0, 1) is libtorch's hard sigmoid, of slope 1/6.</summary>
    public static Kernel WithSlope(Kernel up, double slope) => up.Then(new Affine([slope * 6], [0]));
}
