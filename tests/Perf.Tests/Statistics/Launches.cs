using Perf.Measurement;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Tests.Statistics;

/// <summary>Launches and rules to test with.</summary>
internal static class Launches
{
    /// <summary>10 % allowed, 2 % tolerance, the luck of a duet or a file.</summary>
    public static LaunchRule TenPercent { get; } = new(0.10, 0.02, 0.02, Direction.LowerIsBetter);

    /// <summary>An absolute limit with 2 % tolerance.</summary>
    public static LaunchRule Absolute { get; } =
        new(0, 0.02, LaunchRule.LuckAgainstLimit, Direction.LowerIsBetter);

    public static Launch Of(double value, double standardError = 0) => new(new Estimate(value, standardError));

    public static Launch[] Same(int count, double value, double standardError = 0) =>
        [.. Enumerable.Repeat(Of(value, standardError), count)];

    public static Launch Shifted(Launch launch, double by) => new(
        launch.Typical with { Value = launch.Typical.Value + by },
        launch.Quiet with { Value = launch.Quiet.Value + by });
}
