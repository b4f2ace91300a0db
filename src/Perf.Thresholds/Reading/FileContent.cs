namespace Perf.Thresholds.Reading;

/// <summary>What a thresholds file says, without its problems.</summary>
/// <param name="Thresholds">The numbers, in file order.</param>
/// <param name="Sections">The names of the sections, those with problems included.</param>
/// <param name="Environments">The names of the environments that have overlays.</param>
/// <param name="Policy">The policy.</param>
internal sealed record FileContent(
    IReadOnlyList<Threshold> Thresholds,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string> Environments,
    Policy Policy)
{
    public static FileContent Empty { get; } = new([], [], [], Policy.Default);
}
