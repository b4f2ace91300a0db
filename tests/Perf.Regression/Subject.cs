using Receipts.Images;
using Receipts.Model;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>The detector and its receipts, made once in a process: neither is what the fixtures measure.</summary>
internal static class Subject
{
    /// <summary>Where the detector runs: a build for CUDA has it on the GPU, and fails where there is none.</summary>
#if CUDA
    public static DetectorDevice Device => DetectorDevice.Cuda;
#else
    public static DetectorDevice Device => DetectorDevice.Cpu;
#endif

    private static readonly Lazy<TextDetector> Loaded = new(() =>
    {
        // One thread: what spins beside a busy neighbour measures the neighbour.
        TorchThreads.UseOne();
        return TextDetector.Load(device: Device);
    });

    private static readonly Lazy<IReadOnlyList<Receipt>> Drawn = new(() => SyntheticReceipts.Create(new SyntheticOptions { Count = 2 }));

    /// <summary>The detector.</summary>
    /// <exception cref="InvalidOperationException">This machine lacks the device that the build is for.</exception>
    public static TextDetector Detector => Loaded.Value;

    /// <summary>Synthetic receipts, always the same ones.</summary>
    public static IReadOnlyList<Receipt> Receipts => Drawn.Value;

    /// <summary>The first of them: enough for a body that is repeated many times.</summary>
    public static IReadOnlyList<Receipt> OneReceipt => [Receipts[0]];

    /// <summary>Options for bodies of some ten milliseconds: one receipt a batch, 320 pixels.</summary>
    public static ValidationOptions Small { get; } = new() { Side = 320, BatchSize = 1 };
}
