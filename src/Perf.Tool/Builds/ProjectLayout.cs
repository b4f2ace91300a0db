namespace Perf.Tool.Builds;

/// <summary>Where a test project puts its build and looks for its baselines.</summary>
/// <param name="Assembly">The test assembly, which need not be built.</param>
/// <param name="Baselines">The folder of its baselines; null of a project that is not restored, or makes no promises.</param>
/// <param name="Environment">The environment that it is built for.</param>
/// <param name="IsRestored">Whether its packages, which tell the rest, are there.</param>
internal sealed record ProjectLayout(string Assembly, string? Baselines, string Environment, bool IsRestored);
