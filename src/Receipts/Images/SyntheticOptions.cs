namespace Receipts.Images;

/// <summary>What a set of synthetic receipts is like; the same options give the same receipts.</summary>
public sealed record SyntheticOptions
{
    /// <summary>How many receipts; the first ones are the same whatever the number.</summary>
    public int Count { get; init; } = 24;

    /// <summary>Where chance begins.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// How badly the receipts are worn and photographed: at 0 flat, sharp and black on white, at 1 as hard as the
    /// default set,
    /// above 1 harder.
    /// </summary>
    public float Wear { get; init; } = 1;

    /// <summary>Width of the images in pixels.</summary>
    public int Width { get; init; } = 720;

    /// <summary>Height of the images in pixels.</summary>
    public int Height { get; init; } = 1120;
}
