using TorchSharp;

namespace Receipts.Model;

/// <summary>
/// Numbers that a forward pass hands to libtorch, held for the life of the process. A temporary <see cref="Scalar"/>, as every
/// operator with a number makes, may be finalized while native code still reads it (dotnet/TorchSharp #1434, #1496).
/// </summary>
internal static class HeldScalars
{
    /// <summary>1.</summary>
    public static readonly Scalar One = 1f;
}
