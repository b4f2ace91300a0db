using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Perf.Workers;

/// <summary>A fresh process that measures, spoken to over a pipe, a line at a time; nothing of it is left behind.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // For what it takes down; longer than the worker itself allows for that.
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(6);

    // A worker starts a runtime and meets colder caches than the test host did.
    private const double StartSeconds = 5;
    private const double PatienceFactor = 4;

    private readonly string _name;
    private readonly NamedPipeServerStream _pipe;
    private readonly Process _process;
    private readonly OutputTail _output;
    private (StreamReader Reader, StreamWriter Writer)? _line;

    /// <summary>Starts a worker.</summary>
    /// <param name="assembly">The path of the test assembly whose dependencies it has.</param>
    /// <param name="runtimeConfig">The path of the <c>runtimeconfig.json</c> that it runs by.</param>
    /// <param name="name">What it is, for messages.</param>
    /// <exception cref="WorkerException">It cannot be started.</exception>
    public WorkerProcess(string assembly, string runtimeConfig, string name)
    {
        string pipeName = $"perf-{Guid.NewGuid():N}";
        _name = name;
        _pipe = new NamedPipeServerStream(
            pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        _process = new Process { StartInfo = StartInfo(assembly, runtimeConfig, pipeName) };
        _output = new OutputTail(_process);
        try
        {
            _process.Start();
        }
        catch (Win32Exception e)
        {
            _pipe.Dispose();
            _process.Dispose();
            throw new WorkerException($"{name} cannot be started: {e.Message}", e);
        }

        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>How long to wait for a launch whose like took so long in the test host.</summary>
    public static TimeSpan Patience(double budgetSeconds, double firstSeconds) =>
        TimeSpan.FromSeconds(budgetSeconds + StartSeconds + (PatienceFactor * firstSeconds));

    /// <summary>Has a worker of its own make one launch of a test.</summary>
    /// <param name="request">What to measure.</param>
    /// <param name="limit">After this it is killed.</param>
    /// <param name="cancellation">Kills it too.</param>
    /// <exception cref="WorkerException">It died, hung, or did not reach the body.</exception>
    /// <exception cref="OperationCanceledException">The test was cancelled.</exception>
    public static WorkerReply Ask(WorkerRequest request, TimeSpan limit, CancellationToken cancellation)
    {
        string assembly = request.Test.Assembly;
        using WorkerProcess worker = new(assembly, RuntimeConfigOf(assembly), $"a further launch of {request.Test.FullName}");
        WorkerReply reply = worker.Exchange(WorkerMessages.Write(request), WorkerMessages.ReadReply, limit, cancellation);
        return reply.Error is null
            ? reply
            : throw new WorkerException($"a further launch of {request.Test.FullName} did not measure its body: {reply.Error}");
    }

    /// <summary>The runtime's settings beside a test assembly.</summary>
    public static string RuntimeConfigOf(string assembly) => Path.ChangeExtension(assembly, ".runtimeconfig.json");

    /// <summary>Says a line and waits for the answer.</summary>
    /// <param name="line">What to say.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="cancellation">Waits no longer.</param>
    /// <exception cref="WorkerException">It died, hung, or answered rubbish.</exception>
    /// <exception cref="OperationCanceledException">The test was cancelled.</exception>
    public T Exchange<T>(string line, Func<string, T> read, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            deadline.CancelAfter(limit);
            return read(Talk(line, deadline.Token).GetAwaiter().GetResult());
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            bool died = _process.HasExited && LetItEnd();
            throw new WorkerException(
                died ? Died() : FormattableString.Invariant(
                    $"{_name} gave no answer in {limit.TotalSeconds:0} s and was ended; {_output}"),
                e)
            {
                IsHung = !died,
            };
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            LetItEnd();
            throw new WorkerException(Died(), e);
        }
    }

    /// <summary>Lets it end, which it does when the pipe is closed, or ends it.</summary>
    public void Dispose()
    {
        // What it has not read yet is lost on it.
        _pipe.Dispose();
        try
        {
            if (!LetItEnd())
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It, or a child of it, has ended by itself.
        }

        _process.Dispose();
    }

    private async Task<string> Talk(string line, CancellationToken deadline)
    {
        if (_line is null)
        {
            using CancellationTokenSource gone = CancellationTokenSource.CreateLinkedTokenSource(deadline);
            Task exit = _process.WaitForExitAsync(gone.Token).ContinueWith(_ => gone.Cancel(), TaskScheduler.Default);
            await _pipe.WaitForConnectionAsync(gone.Token).ConfigureAwait(false);
            _line = (new StreamReader(_pipe, leaveOpen: true), new StreamWriter(_pipe, leaveOpen: true) { AutoFlush = true });
        }

        await _line.Value.Writer.WriteLineAsync(line.AsMemory(), deadline).ConfigureAwait(false);
        return await _line.Value.Reader.ReadLineAsync(deadline).ConfigureAwait(false)
            ?? throw new EndOfStreamException("the worker closed its pipe");
    }

    private string Died()
    {
        string code = _process.HasExited ? $" with exit code {_process.ExitCode}" : "";
        return $"{_name} ended{code} before it answered; {_output}";
    }

    // Unlike the wait with a time alone, this one lasts until the output has been read to its end.
    private bool LetItEnd()
    {
        using CancellationTokenSource patience = new(ToEnd);
        try
        {
            _process.WaitForExitAsync(patience.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // It runs on, or a child of it holds its output open.
        }

        return _process.HasExited;
    }

    private static ProcessStartInfo StartInfo(string assembly, string runtimeConfig, string pipeName)
    {
        ProcessStartInfo start = new(DotnetHost())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string argument in (string[])
            [
                "exec",
                "--depsfile", Path.ChangeExtension(assembly, ".deps.json"),
                "--runtimeconfig", runtimeConfig,
                Path.Combine(Path.GetDirectoryName(assembly)!, "Perf.NUnit.dll"),
                pipeName,
            ])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    // The host that this process runs on; an IDE or an apphost may have started it by another name.
    private static string DotnetHost()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}
