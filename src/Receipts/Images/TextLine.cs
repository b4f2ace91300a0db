namespace Receipts.Images;

/// <summary>A line of text that is known to stand on a receipt.</summary>
/// <param name="Corners">Where it stands, in pixels of the image.</param>
/// <param name="Text">What it says.</param>
public sealed record TextLine(Quadrilateral Corners, string Text);
