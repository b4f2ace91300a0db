using Perf.Runs;

namespace Perf.Tool.Recordings;

/// <summary>What the user asks of <c>dotnet perf baseline record</c>.</summary>
/// <param name="Project">The test project; null for the only one.</param>
/// <param name="Test">A name or filter of tests; null for all.</param>
/// <param name="Configuration">The build configuration.</param>
/// <param name="Baseline">The baseline to write; null for that of the environment.</param>
/// <param name="Shard">The part of the suite; null for all of it.</param>
/// <param name="IsOnlyNew">Whether only what the baseline does not have yet is recorded.</param>
internal sealed record RecordOptions(
    string? Project, string? Test, string Configuration, string? Baseline, Shard? Shard, bool IsOnlyNew);
