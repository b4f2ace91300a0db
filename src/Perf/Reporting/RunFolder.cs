using Perf.Files;
using Perf.Runs;

namespace Perf.Reporting;

/// <summary>The folder that a run leaves behind: <c>run.json</c> and <c>summary.md</c>.</summary>
/// <param name="Path">The folder.</param>
public sealed record RunFolder(string Path)
{
    /// <summary>The record of the run.</summary>
    public string RunFile => System.IO.Path.Combine(Path, "run.json");

    /// <summary>The summary for people.</summary>
    public string SummaryFile => System.IO.Path.Combine(Path, "summary.md");

    /// <summary>Writes record and summary.</summary>
    /// <exception cref="PerfFileException">A file cannot be written.</exception>
    public void Write(RunDocument run)
    {
        AtomicFile.WriteAllText(RunFile, run.ToJson());
        AtomicFile.WriteAllText(SummaryFile, Summary.Of(run));
    }
}
