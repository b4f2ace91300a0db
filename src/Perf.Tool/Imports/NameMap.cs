namespace Perf.Tool.Imports;

/// <summary>Which test a benchmark stands for.</summary>
internal sealed class NameMap
{
    private readonly Dictionary<Benchmark, string> _tests = [];

    /// <summary>Reads entries <c>Benchmark=Test</c>.</summary>
    /// <param name="entries">The entries; a name on the left is a full name, or one without parameters or namespace that is unique.</param>
    /// <param name="benchmarks">The benchmarks.</param>
    /// <exception cref="ToolException">An entry is none, names no benchmark or several, or two name one.</exception>
    public NameMap(IEnumerable<string> entries, IReadOnlyList<Benchmark> benchmarks)
    {
        foreach (string entry in entries)
        {
            (Benchmark benchmark, string test) = Read(entry, benchmarks);
            if (!_tests.TryAdd(benchmark, test))
            {
                throw new ToolException($"two entries of the map name {benchmark.FullName}");
            }
        }
    }

    /// <summary>The entries of a file: a line each, empty ones and those that begin with <c>#</c> left out.</summary>
    public static IEnumerable<string> EntriesOf(string path) =>
        File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>The test of a benchmark; null where no entry names it.</summary>
    public string? Find(Benchmark benchmark) => _tests.GetValueOrDefault(benchmark);

    // Parameters and arguments may have the sign too: the split is where the left side is a benchmark.
    private static (Benchmark Benchmark, string Test) Read(string entry, IReadOnlyList<Benchmark> benchmarks)
    {
        for (int at = entry.IndexOf('=', StringComparison.Ordinal); at > 0; at = entry.IndexOf('=', at + 1))
        {
            string name = entry[..at].Trim();
            string test = entry[(at + 1)..].Trim();
            Benchmark[] found = Named(name, benchmarks);
            if (found.Length > 1)
            {
                throw new ToolException($"{name} is the name of several benchmarks ({string.Join(", ", found.Select(one => one.FullName))}): write one in full");
            }

            if (found.Length == 1 && test.Length > 0)
            {
                return (found[0], test);
            }
        }

        throw new ToolException(
            $"\"{entry}\" maps no benchmark: write Benchmark=Test, with one of these on the left\n  {string.Join("\n  ", benchmarks.Select(one => one.FullName))}");
    }

    private static Benchmark[] Named(string name, IReadOnlyList<Benchmark> benchmarks)
    {
        Benchmark[] exact = [.. benchmarks.Where(one => one.FullName == name)];
        return exact.Length > 0
            ? exact
            : [.. benchmarks.Where(one => name == $"{one.Namespace}.{one.Type}.{one.Method}" || name == $"{one.Type}.{one.Method}")];
    }
}
