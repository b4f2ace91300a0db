using System.Text.Json;

namespace Perf.Benchmarks.Rivals;

/// <summary>The verdicts of all sittings, a line each, appended as they come.</summary>
/// <param name="path">The file.</param>
internal sealed class RivalRecord(string path)
{
    /// <summary>All verdicts so far; a line that a sitting could not end is none.</summary>
    public IReadOnlyList<RivalVerdict> Read() => !File.Exists(path)
        ? []
        : [.. File.ReadLines(path)
            .Where(line => line.EndsWith('}'))
            .Select(line => JsonSerializer.Deserialize(line, RivalJson.Default.RivalVerdict)!)];

    /// <summary>Adds verdicts.</summary>
    public void Append(IEnumerable<RivalVerdict> verdicts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.AppendAllLines(
            path, verdicts.Select(verdict => JsonSerializer.Serialize(verdict, RivalJson.Default.RivalVerdict)));
    }
}
