using MathNet.Numerics.Statistics;
using Perf.Baselines;

namespace Perf.Tool.Baselines;

/// <summary>A series of a baseline, without what it was made of.</summary>
/// <param name="File">The baseline file.</param>
/// <param name="Test">The test.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Unit">The unit of <paramref name="Accepted"/>.</param>
/// <param name="Accepted">The value to judge against.</param>
/// <param name="Launches">How many processes recorded it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
internal sealed record SeriesDocument(
    string File, string Test, string Metric, string Unit, double Accepted, int Launches, DateTimeOffset RecordedAt)
{
    private const int FewestForSpread = 2;

    /// <summary>The standard deviation between the launches, in percent of the value; null of fewer than two.</summary>
    public double? SpreadPercent { get; init; }

    /// <summary>How far above the lower edge of a limit's zone a change must lie to be told, in percent; null without a control.</summary>
    public double? ResolutionPercent { get; init; }

    /// <summary>The control and its version; null without one.</summary>
    public string? Control { get; init; }

    /// <summary>The commit it was recorded from; null when unknown.</summary>
    public string? Commit { get; init; }

    /// <summary>Why it was accepted; null where it was recorded.</summary>
    public string? Reason { get; init; }

    /// <summary>What a file says of a series.</summary>
    public static SeriesDocument Of(string file, BaselineSeries series) =>
        new(file, series.Test, series.Metric, series.Unit, series.Accepted, series.Launches.Count, series.RecordedAt)
        {
            SpreadPercent = SpreadOf(series),
            ResolutionPercent = series.ResolutionPercent,
            Control = series.Control is { } control ? $"{control.Name} {control.Version}" : null,
            Commit = series.Commit,
            Reason = series.Acceptance?.Reason,
        };

    // Beside a control it is the ratio to it that is compared, and so its spread that counts.
    private static double? SpreadOf(BaselineSeries series)
    {
        bool inWall = ControlledSeries.NeedsWall(series);
        double[] logarithms =
        [
            .. series.Launches
                .Select(launch => series.IsControlled ? launch.Beside!.In(inWall).LogRatio : Math.Log(launch.Median))
                .Where(double.IsFinite),
        ];
        return logarithms.Length < FewestForSpread ? null : 100 * logarithms.StandardDeviation();
    }
}

/// <summary>What <c>baseline show</c> and <c>baseline record</c> write with <c>--json</c>.</summary>
/// <param name="Series">The series, by file, test and metric.</param>
internal sealed record SeriesListDocument(IReadOnlyList<SeriesDocument> Series);
