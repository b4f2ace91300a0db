using System.Text;
using Perf.Files;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Reports.GitHub;

/// <summary>The summary of a job of GitHub Actions: a file that its steps add to.</summary>
internal static class JobSummary
{
    /// <summary>What GitHub takes of one step, bytes; of more it shows nothing.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Adds the summary of runs, as much of it as there is room for.</summary>
    /// <param name="path">The file, <c>GITHUB_STEP_SUMMARY</c>.</param>
    /// <param name="runs">The runs.</param>
    /// <exception cref="PerfFileException">It cannot be written.</exception>
    public static void Append(string path, IReadOnlyList<RunDocument> runs)
    {
        try
        {
            using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read);

            // Whatever stands before, a heading begins a line.
            byte[] before = file.Position == 0 ? [] : "\n\n"u8.ToArray();
            file.Write([.. before, .. Encoding.UTF8.GetBytes(Summary.Of(runs, MostBytes - file.Position - before.Length))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PerfFileException(
                path, null, null, $"cannot be written: {e.Message.TrimEnd('.')}", "name another file by --summary, or unset GITHUB_STEP_SUMMARY", e);
        }
    }
}
