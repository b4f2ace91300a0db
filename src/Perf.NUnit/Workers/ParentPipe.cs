using System.Collections.Concurrent;
using System.IO.Pipes;

namespace Perf.Workers;

/// <summary>
/// A worker's end of the pipe to its parent. Lines are read on a thread of their own, so that the end of the parent is noticed
/// whatever the worker does, and no worker outlives it.
/// </summary>
internal sealed class ParentPipe : IDisposable
{
    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(10);

    // For TearDowns; a body that does not return ends with the process.
    private static readonly TimeSpan ToLeave = TimeSpan.FromSeconds(4);

    private readonly NamedPipeClientStream _pipe;
    private readonly StreamWriter _writer;
    private readonly BlockingCollection<string> _lines = [];

    /// <summary>Connects to the parent.</summary>
    /// <exception cref="TimeoutException">There is none.</exception>
    public ParentPipe(string name)
    {
        _pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous);
        _pipe.Connect(ToConnect);
        _writer = new StreamWriter(_pipe, leaveOpen: true) { AutoFlush = true };
        new Thread(Listen) { IsBackground = true, Name = "perf parent watch" }.Start();
    }

    /// <summary>The next line of the parent; null when it will say no more.</summary>
    public string? Read() => _lines.TryTake(out string? line, Timeout.Infinite) ? line : null;

    /// <summary>Says a line to the parent, if it still listens.</summary>
    public void Write(string line)
    {
        try
        {
            _writer.WriteLine(line);
        }
        catch (IOException)
        {
            // It has gone, which the other thread notices.
        }
    }

    // Every line was flushed when it was written.
    public void Dispose() => _pipe.Dispose();

    private void Listen()
    {
        using StreamReader reader = new(_pipe, leaveOpen: true);
        try
        {
            while (reader.ReadLine() is { } line)
            {
                _lines.Add(line);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // A broken pipe says the same.
        }

        _lines.CompleteAdding();
        Thread.Sleep(ToLeave);
        Environment.Exit(WorkerProgram.Misuse);
    }
}
