using System.Globalization;
using Perf.Files;

namespace Perf.Benchmarks.Decisions;

/// <summary>A row of a recording.</summary>
/// <param name="file">The recording.</param>
/// <param name="line">Its line in it, from 1.</param>
/// <param name="values">A value a column.</param>
internal sealed class TraceRow(TraceFile file, int line, string[] values)
{
    /// <summary>A name.</summary>
    /// <exception cref="PerfFileException">There is no such column, or nothing in it.</exception>
    public string Text(string column)
    {
        string text = values[file.Column(column)].Trim();
        return text.Length > 0 ? text : throw Wrong(column, "is empty");
    }

    /// <summary>One of a few names.</summary>
    /// <exception cref="PerfFileException">It is none of them.</exception>
    public string OneOf(string column, params IReadOnlyList<string> names)
    {
        string text = Text(column);
        return names.Contains(text)
            ? text
            : throw Wrong(column, $"is {text}, which is none of {string.Join(", ", names)}");
    }

    /// <summary>A number.</summary>
    /// <exception cref="PerfFileException">It is none.</exception>
    public double Number(string column)
    {
        string text = Text(column);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number)
            ? number
            : throw Wrong(column, $"is {text}, which is no finite number");
    }

    /// <summary>A number above 0.</summary>
    /// <exception cref="PerfFileException">It is none.</exception>
    public double Positive(string column)
    {
        double number = Number(column);
        return number > 0 ? number : throw Wrong(column, $"is {Text(column)}, and must be above 0");
    }

    private PerfFileException Wrong(string column, string problem) =>
        new(file.Path, line, null, $"{column} {problem}", "mend or remove the row");
}
