using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Perf.Benchmarks.Figures;

/// <summary>The verdicts of all sittings, a line each, appended as they come.</summary>
/// <param name="path">The file.</param>
/// <param name="type">How a verdict is written.</param>
internal sealed class FigureRecord<T>(string path, JsonTypeInfo<T> type)
{
    /// <summary>All verdicts so far; a line that a sitting could not end is none.</summary>
    public IReadOnlyList<T> Read() => !File.Exists(path)
        ? []
        : [.. File.ReadLines(path)
            .Where(line => line.EndsWith('}'))
            .Select(line => JsonSerializer.Deserialize(line, type)!)];

    /// <summary>Adds verdicts.</summary>
    public void Append(IEnumerable<T> verdicts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.AppendAllLines(path, verdicts.Select(verdict => JsonSerializer.Serialize(verdict, type)));
    }
}
