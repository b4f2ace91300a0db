namespace Perf;

/// <summary>
/// The control of a test: work of one's own that is run beside the body when it is compared with a baseline file, for a subject
/// that none of the built-in ones follows closely (a GPU, a native library). It counts from the next recording on.
/// </summary>
/// <param name="control">A class that implements <see cref="IPerfControl"/> and has a constructor without parameters.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class PerfControlAttribute(Type control) : Attribute
{
    /// <summary>The class.</summary>
    public Type Control { get; } = control;
}
