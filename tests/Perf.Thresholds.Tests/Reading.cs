namespace Perf.Thresholds.Tests;

/// <summary>Reads texts under the path that messages name.</summary>
internal static class Reading
{
    public const string Path = "baselines/thresholds.yaml";

    public static ThresholdsFile Of(string text) => ThresholdsFile.Parse(text, Path);

    public static ThresholdProblem TheProblemOf(string text)
    {
        ThresholdsFile file = Of(text);
        return file.Problems.ShouldHaveSingleItem();
    }
}
