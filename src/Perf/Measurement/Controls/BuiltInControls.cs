namespace Perf.Measurement.Controls;

/// <summary>The controls that every recording tries.</summary>
public static class BuiltInControls
{
    /// <summary>The name of the one that waits for memory: a body that it follows best is one of memory bandwidth.</summary>
    public static string OfBandwidth => nameof(Stream);

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [nameof(Mixed), nameof(Gemm), nameof(Stream)];

    /// <summary>The control of a name; null where none has it.</summary>
    public static IControl? Find(string name) => name switch
    {
        nameof(Mixed) => new Mixed(),
        nameof(Gemm) => new Gemm(),
        nameof(Stream) => new Stream(),
        _ => null,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IControl> All() => [new Mixed(), new Gemm(), new Stream()];
}
