using Perf.Runs;

namespace Perf.Tool.Duets;

/// <summary>What the user asks of <c>dotnet perf duet</c>.</summary>
/// <param name="Base">A commit, or the output folder of a build.</param>
/// <param name="Head">A commit; null for the working tree.</param>
/// <param name="Project">The test project; null for the only one.</param>
/// <param name="Test">A name or filter of tests; null for all.</param>
/// <param name="Configuration">The build configuration.</param>
/// <param name="IsAlwaysMeasured">Whether equal builds are measured all the same.</param>
/// <param name="IsStrict">Whether the policy may fail what could not be judged.</param>
/// <param name="Shard">The part of the suite to run; null for all of it.</param>
internal sealed record DuetOptions(
    string Base, string? Head, string? Project, string? Test, string Configuration, bool IsAlwaysMeasured, bool IsStrict, Shard? Shard);
