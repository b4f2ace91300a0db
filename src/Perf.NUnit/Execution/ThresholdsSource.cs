using Perf.Files;
using Perf.Measurement;
using Perf.Thresholds;

namespace Perf.Execution;

/// <summary>Finds and reads the thresholds file of a build.</summary>
internal static class ThresholdsSource
{
    /// <summary>The file that the settings name, else the build's copy, else the one in the source tree, else the built-in defaults.</summary>
    /// <exception cref="MeasurementException">The file has problems; all are listed, with file and line.</exception>
    public static ThresholdsFile Read(Settings settings, BuildLayout layout)
    {
        string? inTree = layout.Baselines is null ? null : Path.Combine(layout.Baselines, "thresholds.yaml");
        string? path = settings.Thresholds ?? new[] { layout.ThresholdsCopy, inTree }.FirstOrDefault(File.Exists);
        if (path is null)
        {
            return ThresholdsFile.BuiltIn;
        }

        // A message names the file that a reader edits, not the copy that the build made of it.
        string shown = path == layout.ThresholdsCopy && inTree is not null ? layout.Show(inTree) : layout.Show(path);
        ThresholdsFile file = ThresholdsFile.Parse(Text(path, shown), shown);
        return file.Problems.Count == 0
            ? file
            : throw new MeasurementException(string.Join('\n', file.Problems.Select(problem => problem.ToString(shown))));
    }

    private static string Text(string path, string shown)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PerfFileException(shown, null, null, "cannot be read", e.Message, e);
        }
    }
}
