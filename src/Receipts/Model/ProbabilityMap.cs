namespace Receipts.Model;

/// <summary>How likely each pixel of one image belongs to a line of text.</summary>
/// <param name="Values">Probabilities in 0..1, row by row, [height, width].</param>
/// <param name="Height">Height in pixels, the input's.</param>
/// <param name="Width">Width in pixels, the input's.</param>
public sealed record ProbabilityMap(float[] Values, int Height, int Width);
