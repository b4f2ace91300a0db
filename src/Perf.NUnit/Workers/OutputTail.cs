using System.Diagnostics;

namespace Perf.Workers;

/// <summary>The last lines that a process printed; a flood costs no memory.</summary>
internal sealed class OutputTail
{
    private const int Lines = 20;
    private const int LongestLine = 400;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();

    public OutputTail(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return _lines.Count == 0 ? "it printed nothing" : "the end of its output:\n" + string.Join('\n', _lines);
        }
    }

    private void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_gate)
        {
            _lines.Enqueue(line.Length > LongestLine ? line[..LongestLine] + "…" : line);
            if (_lines.Count > Lines)
            {
                _lines.Dequeue();
            }
        }
    }
}
