namespace Perf.Benchmarks.Overhead;

/// <summary>What one iteration took in one round.</summary>
internal readonly record struct Reading(double Nanoseconds, double Bytes);
