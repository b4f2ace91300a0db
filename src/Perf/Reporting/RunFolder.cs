using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    // With the suffix, and the name of a file while it is written, far below the 255 bytes of most file systems.
    private const int LongestName = 120;

    /// <summary>The record of the run.</summary>
    public string RunFile => System.IO.Path.Combine(Path, $"{Record}.json");

    /// <summary>The summary for people.</summary>
    public string SummaryFile => System.IO.Path.Combine(Path, $"{Text}.md");

    /// <summary>The records of the latest run and of those that went on at the same time: one a target framework, say.</summary>
    public IReadOnlyList<string> RunFiles => Directory.Exists(Path)
        ? [.. Directory.GetFiles(Path, $"{Record}*.json").Where(file => file == RunFile || IsBeside(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The record of one test alone: a name that every file system takes, and no other test has.</summary>
    public string RecordOf(TestReference test)
    {
        string name = string.Concat(test.FullName.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter : '_'));
        if (name != test.FullName || name.Length > LongestName)
        {
            string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(test.FullName)))[..8];
            name = $"{name[..Math.Min(name.Length, LongestName)]}-{hash}";
        }

        return System.IO.Path.Combine(Path, "tests", $"{name}.perf.json");
    }

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
        catch (Exception e) when (e is PerfFileException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
