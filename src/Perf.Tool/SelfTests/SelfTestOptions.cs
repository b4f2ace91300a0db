namespace Perf.Tool.SelfTests;

/// <summary>What the user asks of <c>dotnet perf selftest</c>.</summary>
/// <param name="Project">The test project; null for the only one.</param>
/// <param name="Test">A name or filter of tests; null for all.</param>
/// <param name="Configuration">The build configuration.</param>
/// <param name="DelayPercent">The delay to inject, % of the body's time.</param>
/// <param name="Rounds">How often all is asked.</param>
internal sealed record SelfTestOptions(string? Project, string? Test, string Configuration, double DelayPercent, int Rounds);
