using TorchSharp;
using static TorchSharp.torch;

namespace Receipts.Model;

/// <summary>x ↦ scale · x + shift in place, its numbers held as long as the network.</summary>
internal sealed class HeldAffine(Affine affine)
{
    private readonly Scalar _scale = (float)affine.Scale[0];
    private readonly Scalar _shift = (float)affine.Shift[0];

    /// <summary>Applies it to <paramref name="x"/>, whose values are lost.</summary>
    public Tensor ApplyTo(Tensor x) => x.mul_(_scale).add_(_shift, HeldScalars.One);
}
