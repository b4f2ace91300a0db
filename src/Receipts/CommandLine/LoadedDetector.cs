using Receipts.Model;

namespace Receipts.CommandLine;

/// <summary>The real detector.</summary>
/// <param name="detector">The network with its weights.</param>
internal sealed class LoadedDetector(TextDetector detector) : IDetector
{
    /// <summary>Loads it.</summary>
    /// <param name="weights">The weights' file, or null for the one that the build fetched.</param>
    /// <param name="device">Where it runs.</param>
    public static IDetector Load(string? weights, DetectorDevice device)
    {
        // Several threads that spin beside a busy neighbour are ten times slower than one.
        TorchThreads.UseOne();
        return new LoadedDetector(TextDetector.Load(weights, device));
    }

    /// <inheritdoc />
    public ProbabilityMap Detect(ImageTensor input) => detector.Detect(input);

    /// <inheritdoc />
    public void Dispose() => detector.Dispose();
}
