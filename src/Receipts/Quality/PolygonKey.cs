namespace Receipts.Quality;

/// <summary>All that polygons derived from a receipt depend on.</summary>
/// <param name="ImageHash">Hash of the encoded image.</param>
/// <param name="LinesHash">Hash of the ground truth.</param>
/// <param name="Width">Width of the detector's input in pixels.</param>
/// <param name="Height">Height of the detector's input in pixels.</param>
/// <param name="ShrinkRatio">How much the cores are smaller.</param>
public sealed record PolygonKey(UInt128 ImageHash, int LinesHash, int Width, int Height, double ShrinkRatio);
