namespace Receipts.PostProcessing;

/// <summary>
/// How boxes are made of a probability map; the numbers are those that PP-OCRv4's detector was published with.
/// </summary>
public sealed record PostProcessingOptions
{
    /// <summary>Pixels above this probability belong to text.</summary>
    public float Threshold { get; init; } = 0.3f;

    /// <summary>Boxes whose mean probability is less are dropped.</summary>
    public double BoxThreshold { get; init; } = 0.6;

    /// <summary>
    /// The network marks the cores of lines only; a box grows on every side by area × this / perimeter
    /// (Liao et al., Real-time Scene Text Detection with Differentiable Binarization, 2020, section 3.5).
    /// </summary>
    public double UnclipRatio { get; init; } = 1.5;

    /// <summary>Boxes whose shorter side is less, in pixels of the map and before they grow, are dropped.</summary>
    public double LeastSide { get; init; } = 3;
}
