using System.IO.Compression;
using Perf.Files;

namespace Perf.Benchmarks.Decisions;

/// <summary>A recording: values between commas under a line of names, as it is or compressed.</summary>
internal sealed class TraceFile
{
    private const char Separator = ',';
    private const string WayOut = "give the folder of all recordings with --traces";

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private TraceFile(string path) => Path = path;

    /// <summary>Where it stands.</summary>
    public string Path { get; }

    /// <summary>What is recorded; at least one row.</summary>
    public IReadOnlyList<TraceRow> Rows { get; private set; } = [];

    /// <summary>Reads a recording.</summary>
    /// <param name="folder">The folder of the recordings.</param>
    /// <param name="name">Its name without what it ends with: <c>.csv</c>, or else <c>.csv.gz</c>.</param>
    /// <exception cref="PerfFileException">It is not there, or no such file.</exception>
    public static TraceFile Read(DirectoryInfo folder, string name)
    {
        if (!folder.Exists)
        {
            throw new PerfFileException(
                folder.FullName, null, null, "there is no such folder", WayOut);
        }

        string plain = System.IO.Path.Combine(folder.FullName, $"{name}.csv");
        string path = File.Exists(plain) ? plain : $"{plain}.gz";
        if (!File.Exists(path))
        {
            throw new PerfFileException(
                plain, null, null, "it is not there, compressed (.gz) neither", WayOut);
        }

        TraceFile trace = new(path);
        try
        {
            using Stream file = File.OpenRead(path);
            using Stream text = path == plain ? file : new GZipStream(file, CompressionMode.Decompress);
            trace.Read(new StreamReader(text));
        }
        catch (Exception exception) when (exception
            is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new PerfFileException(
                path,
                null,
                null,
                $"it cannot be read ({exception.Message})",
                "give a readable file of UTF-8 text, plain or by gzip",
                exception);
        }

        return trace;
    }

    /// <summary>Where a column stands in a row.</summary>
    /// <exception cref="PerfFileException">There is no such column.</exception>
    public int Column(string name) => _columns.TryGetValue(name, out int column)
        ? column
        : throw new PerfFileException(
            Path,
            1,
            null,
            $"there is no column {name}",
            $"name it in the first line; it has {string.Join(", ", _columns.Keys)}");

    private void Read(StreamReader text)
    {
        string[] names = (text.ReadLine() ?? "").Split(Separator);
        foreach ((int column, string name) in names.Index())
        {
            if (!_columns.TryAdd(name.Trim(), column))
            {
                throw new PerfFileException(
                    Path, 1, null, $"it has two columns {name.Trim()}", "give each a name of its own");
            }
        }

        List<TraceRow> rows = [];
        for (int line = 2; text.ReadLine() is { } row; line++)
        {
            if (row.Length > 0)
            {
                rows.Add(RowOf(line, row.Split(Separator), names.Length));
            }
        }

        Rows = rows.Count > 0
            ? rows
            : throw new PerfFileException(Path, null, null, "it has no rows", "record something");
    }

    private TraceRow RowOf(int line, string[] values, int columns) => values.Length == columns
        ? new TraceRow(this, line, values)
        : throw new PerfFileException(
            Path,
            line,
            null,
            $"the row has {values.Length} values, the first line names {columns}",
            "mend or remove the row");
}
