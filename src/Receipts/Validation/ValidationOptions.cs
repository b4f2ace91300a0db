using Receipts.PostProcessing;
using Receipts.Quality;

namespace Receipts.Validation;

/// <summary>How validation is done.</summary>
public sealed record ValidationOptions
{
    /// <summary>The least <see cref="Side"/> that the network can halve five times.</summary>
    public const int LeastSide = 32;

    /// <summary>The greatest <see cref="Side"/>: more takes tens of gigabytes.</summary>
    public const int MostSide = 4096;

    /// <summary>Length of the longest side of the detector's input in pixels.</summary>
    public int Side { get; init; } = 640;

    /// <summary>Receipts in a batch; the last batch may be shorter.</summary>
    public int BatchSize { get; init; } = 4;

    /// <summary>Intersection over union that a line and a box must exceed to belong together, 0 to 1.</summary>
    public double LeastOverlap { get; init; } = BoxMatching.DefaultLeastOverlap;

    /// <summary>How much smaller than a line its core is, 0 to 1; the detector was trained with 0.4.</summary>
    public double ShrinkRatio { get; init; } = 0.4;

    /// <summary>How boxes are made.</summary>
    public PostProcessingOptions PostProcessing { get; init; } = new();

    /// <summary>Throws where a number makes no sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the option and its bounds.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Side, LeastSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Side, MostSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(LeastOverlap);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LeastOverlap, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ShrinkRatio);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ShrinkRatio, 1);
    }
}
