namespace Perf.Tool.Imports;

/// <summary>What the user asks of <c>dotnet perf baseline import</c>.</summary>
/// <param name="File">The file to import.</param>
/// <param name="Output">The baseline to write; null for that of the environment in the nearest folder.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Benchmarks">Parts of the names of benchmarks; none for all.</param>
/// <param name="Map">Entries <c>Benchmark=Test</c>.</param>
/// <param name="MapFile">A file of such entries; null without one.</param>
/// <param name="Tests">The tests that the one number of the original shape is for.</param>
/// <param name="IsSameMachine">Whether it was measured on the kind of machine that the baseline was recorded on.</param>
internal sealed record ImportOptions(
    string File,
    string? Output,
    string Environment,
    IReadOnlyList<string> Benchmarks,
    IReadOnlyList<string> Map,
    string? MapFile,
    IReadOnlyList<string> Tests,
    bool IsSameMachine);
