namespace Receipts.Model;

/// <summary>
/// The detector's input: BGR planes of <see cref="Count"/> images as [count, 3, height, width], normalised with
/// mean (0.485, 0.456, 0.406) and standard deviation (0.229, 0.224, 0.225) of values in 0..1; sides in pixels.
/// </summary>
/// <param name="Values">The pixels, one float each, image by image, plane by plane, row by row.</param>
/// <param name="Height">Height of each image in pixels, a multiple of 32.</param>
/// <param name="Width">Width of each image in pixels, a multiple of 32.</param>
/// <param name="Count">How many images follow one another in <paramref name="Values"/>.</param>
public readonly record struct ImageTensor(float[] Values, int Height, int Width, int Count = 1)
{
    /// <summary>Colour planes of one image: blue, green, red.</summary>
    public const int Channels = 3;

    /// <summary>Both sides of an image are multiples of this many pixels: the network halves them five times.</summary>
    public const int SideStep = 32;
}
