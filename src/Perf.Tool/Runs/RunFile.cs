using Perf.Runs;

namespace Perf.Tool.Runs;

/// <summary>A run and the file that it was read from.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Run">The run.</param>
internal sealed record RunFile(string Path, RunDocument Run);
