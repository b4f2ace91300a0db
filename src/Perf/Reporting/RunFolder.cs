using System.Globalization;
using Perf.Files;
using Perf.Runs;

namespace Perf.Reporting;

/// <summary>
/// The folder that a run leaves behind: <c>run.json</c> and <c>summary.md</c>, and those of runs that went on at the same time under
/// names of their own.
/// </summary>
/// <param name="Path">The folder.</param>
public sealed record RunFolder(string Path)
{
    private const string Record = "run";
    private const string Text = "summary";

    /// <summary>The record of the run.</summary>
    public string RunFile => System.IO.Path.Combine(Path, $"{Record}.json");

    /// <summary>The summary for people.</summary>
    public string SummaryFile => System.IO.Path.Combine(Path, $"{Text}.md");

    /// <summary>The records of the latest run and of those that went on at the same time: one a target framework, say.</summary>
    public IReadOnlyList<string> RunFiles => Directory.Exists(Path)
        ? [.. Directory.GetFiles(Path, $"{Record}*.json").Where(file => file == RunFile || IsBeside(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Writes record and summary; those of an earlier run give way, those of one that went on at the same time are kept.</summary>
    /// <exception cref="PerfFileException">A file cannot be written.</exception>
    public void Write(RunDocument run)
    {
        using IDisposable held = AtomicFile.Lock(RunFile);
        foreach (string file in RunFiles)
        {
            RunDocument? other = Read(file);
            bool isAtTheSameTime = other is not null && other.EndedAt > run.StartedAt;
            if (isAtTheSameTime && file == RunFile)
            {
                WriteBeside(other!);
            }
            else if (!isAtTheSameTime && file != RunFile)
            {
                File.Delete(file);
                File.Delete(SummaryOf(file));
            }
        }

        AtomicFile.WriteAllText(RunFile, run.ToJson());
        AtomicFile.WriteAllText(SummaryFile, Summary.Of(run));
    }

    private void WriteBeside(RunDocument other)
    {
        string name = other.StartedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'.'fffffff", CultureInfo.InvariantCulture);
        string file = System.IO.Path.Combine(Path, $"{Record}-{name}.json");
        AtomicFile.WriteAllText(file, other.ToJson());
        AtomicFile.WriteAllText(SummaryOf(file), Summary.Of(other));
    }

    private string SummaryOf(string file) =>
        System.IO.Path.Combine(Path, $"{Text}{System.IO.Path.GetFileNameWithoutExtension(file)[Record.Length..]}.md");

    private static bool IsBeside(string file) =>
        System.IO.Path.GetFileName(file).StartsWith($"{Record}-", StringComparison.Ordinal);

    // What cannot be read is no run to keep.
    private static RunDocument? Read(string file)
    {
        try
        {
            return RunDocument.Parse(File.ReadAllText(file), file);
        }
        catch (PerfFileException)
        {
            return null;
        }
    }
}
