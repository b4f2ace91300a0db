using Receipts.Images;
using Receipts.Model;
using Receipts.Validation;

namespace Perf.Regression;

/// <summary>The detector and its receipts, made once in a process: neither is what the fixtures measure.</summary>
internal static class Subject
{
    private static readonly Lazy<TextDetector> Loaded = new(() =>
    {
        // One thread: what spins beside a busy neighbour measures the neighbour.
        TorchThreads.UseOne();
        return TextDetector.Load();
    });

    private static readonly Lazy<IReadOnlyList<Receipt>> Drawn = new(() => SyntheticReceipts.Create(new SyntheticOptions { Count = 2 }));

    /// <summary>The detector on the CPU.</summary>
    public static TextDetector Detector => Loaded.Value;

    /// <summary>Synthetic receipts, always the same ones.</summary>
    public static IReadOnlyList<Receipt> Receipts => Drawn.Value;

    /// <summary>The first of them: enough for a body that is repeated many times.</summary>
    public static IReadOnlyList<Receipt> OneReceipt => [Receipts[0]];

    /// <summary>Options for bodies of some ten milliseconds: one receipt a batch, 320 pixels.</summary>
    public static ValidationOptions Small { get; } = new() { Side = 320, BatchSize = 1 };
}
