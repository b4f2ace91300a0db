using Receipts.Images;

namespace Receipts.PostProcessing;

/// <summary>A line of text that the detector found.</summary>
/// <param name="Corners">Where it is, a rectangle at any angle, in pixels.</param>
/// <param name="Score">The mean probability within, 0 to 1.</param>
public readonly record struct DetectedBox(Quadrilateral Corners, double Score);
