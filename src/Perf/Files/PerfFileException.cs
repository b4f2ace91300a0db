namespace Perf.Files;

/// <summary>
/// A file that cannot be read, understood or written: says which, where in it, what is wrong and what to do.
/// </summary>
/// <param name="path">The file, as the user gave it.</param>
/// <param name="line">The line in it, from 1; null when no line is to blame.</param>
/// <param name="column">The column in that line, from 1; null when no line is to blame.</param>
/// <param name="problem">What is wrong, without a full stop.</param>
/// <param name="remedy">What to do about it, without a full stop.</param>
/// <param name="inner">What the system said, where it said anything.</param>
public sealed class PerfFileException(
    string path,
    int? line,
    int? column,
    string problem,
    string remedy,
    Exception? inner = null)
    : Exception($"{Place(path, line, column)}: {problem}; {remedy}", inner)
{
    /// <summary>The file, as the user gave it.</summary>
    public string Path { get; } = path;

    /// <summary>The line in it, from 1; null when no line is to blame.</summary>
    public int? Line { get; } = line;

    /// <summary>The column in that line, from 1; null when no line is to blame.</summary>
    public int? Column { get; } = column;

    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;

    private static string Place(string path, int? line, int? column) => (line, column) switch
    {
        (null, _) => path,
        (_, null) => $"{path}:{line}",
        _ => $"{path}:{line}:{column}",
    };
}
