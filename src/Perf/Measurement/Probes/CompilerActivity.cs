namespace Perf.Measurement.Probes;

/// <summary>
/// How far the JIT compiler has come; equal twice means that nothing was compiled and its background thread rested.
/// </summary>
/// <param name="CompiledMethods">Methods compiled so far in this process.</param>
/// <param name="BackgroundNanoseconds">
/// Time, ns, for which the background compiler has run or waited for a processor, and something more each time that it was
/// found waiting: it stands still only while the compiler sleeps. 0 where the system does not tell.
/// </param>
public readonly record struct CompilerActivity(long CompiledMethods, long BackgroundNanoseconds);
