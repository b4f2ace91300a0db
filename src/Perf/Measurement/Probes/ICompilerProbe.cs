namespace Perf.Measurement.Probes;

/// <summary>Tells whether the JIT compiler is still at work.</summary>
public interface ICompilerProbe
{
    /// <summary>How far the compiler has come.</summary>
    CompilerActivity Read();

    /// <summary>
    /// Whether two equal readings prove that nothing waits to be compiled: the background compiler is seen, and code asks for it
    /// as soon as it was called often enough.
    /// </summary>
    bool SeesAllPending => false;
}
