using Perf.Files;
using Perf.Thresholds;

namespace Perf.Tool.Checks;

/// <summary>Reads thresholds.yaml as a run would.</summary>
/// <param name="File">The file; null where it has problems, since nothing can be held against it then.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record ThresholdsCheck(ThresholdsFile? File, IReadOnlyList<FileFinding> Findings)
{
    private const long MostBytes = 16L << 20;

    /// <summary>Reads a file, or takes the built-in defaults where there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">The file as the user finds it.</param>
    public static ThresholdsCheck Of(string path, string shown)
    {
        if (!System.IO.File.Exists(path))
        {
            return new ThresholdsCheck(
                ThresholdsFile.BuiltIn,
                [new FileFinding(FindingSeverity.Information, shown, null, null, "there is none, so the built-in defaults are in force; write one to promise your own numbers")]);
        }

        string text = System.Text.Encoding.UTF8.GetString(BoundedFile.ReadAllBytes(path, MostBytes, "restore it"));
        ThresholdsFile file = ThresholdsFile.Parse(text, shown);
        return new ThresholdsCheck(
            file.Problems.Count == 0 ? file : null,
            [.. file.Problems.Select(problem => new FileFinding(FindingSeverity.Error, shown, problem.Range.Line, problem.Range.Column, problem.Message))]);
    }
}
