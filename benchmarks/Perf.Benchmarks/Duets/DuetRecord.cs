using System.Text.Json;

namespace Perf.Benchmarks.Duets;

/// <summary>The verdicts of all sittings, a line each, appended as they come.</summary>
internal sealed class DuetRecord(string path)
{
    /// <summary>All verdicts so far.</summary>
    public IReadOnlyList<DuetVerdict> Read() => !File.Exists(path)
        ? []
        : [.. File.ReadLines(path)
            .Where(line => line.EndsWith('}'))
            .Select(line => JsonSerializer.Deserialize<DuetVerdict>(line)!)];

    public void Append(IEnumerable<DuetVerdict> verdicts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.AppendAllLines(path, verdicts.Select(verdict => JsonSerializer.Serialize(verdict)));
    }
}
