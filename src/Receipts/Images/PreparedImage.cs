using System.Numerics;
using Receipts.Model;

namespace Receipts.Images;

/// <summary>An image as the detector wants it, and the way back.</summary>
/// <param name="Tensor">The detector's input.</param>
/// <param name="Scale">
/// Pixels of the input for one pixel of the image, across and down: sides are rounded, so the two differ a little.
/// </param>
public readonly record struct PreparedImage(ImageTensor Tensor, Vector2 Scale)
{
    /// <summary>Factors from pixels of the input back to pixels of the image.</summary>
    public Vector2 ScaleBack => Vector2.One / Scale;
}
