namespace Perf.Measurement.Probes;

/// <summary>Tells whether the JIT compiler is still at work.</summary>
public interface ICompilerProbe
{
    /// <summary>How far the compiler has come.</summary>
    CompilerActivity Read();
}
