using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Perf.Workers;

/// <summary>Makes one launch of a test in a fresh process.</summary>
internal static class WorkerProcess
{
    // A worker starts a runtime and meets colder caches than the test host did.
    private const double StartSeconds = 5;
    private const double PatienceFactor = 4;

    /// <summary>How long to wait for a launch whose like took so long in the test host.</summary>
    public static TimeSpan Patience(double budgetSeconds, double firstSeconds) =>
        TimeSpan.FromSeconds(budgetSeconds + StartSeconds + (PatienceFactor * firstSeconds));

    /// <summary>Starts a worker, has it measure, and lets nothing of it behind.</summary>
    /// <param name="request">What to measure.</param>
    /// <param name="limit">After this it is killed.</param>
    /// <param name="cancellation">Kills it too.</param>
    /// <exception cref="WorkerException">It died, hung, or did not reach the body.</exception>
    /// <exception cref="OperationCanceledException">The test was cancelled.</exception>
    public static WorkerReply Ask(WorkerRequest request, TimeSpan limit, CancellationToken cancellation)
    {
        string pipeName = $"perf-{Guid.NewGuid():N}";
        using NamedPipeServerStream pipe = new(
            pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        using Process process = new() { StartInfo = StartInfo(request.Assembly, pipeName) };
        OutputTail output = new(process);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            deadline.CancelAfter(limit);
            return Talk(pipe, request, process, deadline.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            bool died = process.HasExited && LetItEnd(process);
            throw new WorkerException(
                died ? Died(process, request, output) : FormattableString.Invariant(
                    $"a further launch of {request.FullName} gave no answer in {limit.TotalSeconds:0} s and was ended; {output}"),
                e);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            LetItEnd(process);
            throw new WorkerException(Died(process, request, output), e);
        }
        finally
        {
            End(process);
        }
    }

    private static async Task<WorkerReply> Talk(
        NamedPipeServerStream pipe, WorkerRequest request, Process process, CancellationToken deadline)
    {
        using CancellationTokenSource gone = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        Task exit = process.WaitForExitAsync(gone.Token).ContinueWith(_ => gone.Cancel(), TaskScheduler.Default);
        await pipe.WaitForConnectionAsync(gone.Token).ConfigureAwait(false);
        await using StreamWriter writer = new(pipe, leaveOpen: true) { AutoFlush = true };
        using StreamReader reader = new(pipe, leaveOpen: true);
        await writer.WriteLineAsync(WorkerMessages.Write(request).AsMemory(), deadline).ConfigureAwait(false);
        string line = await reader.ReadLineAsync(deadline).ConfigureAwait(false)
            ?? throw new EndOfStreamException("the worker closed its pipe");
        WorkerReply reply = WorkerMessages.ReadReply(line);
        return reply.Error is null ? reply : throw new WorkerException(
            $"a further launch of {request.FullName} did not measure its body: {reply.Error}");
    }

    private static string Died(Process process, WorkerRequest request, OutputTail output)
    {
        string code = process.HasExited ? $" with exit code {process.ExitCode}" : "";
        return $"a further launch of {request.FullName} ended{code} before it answered; {output}";
    }

    // Unlike the wait with a time alone, this one lasts until the output has been read to its end.
    private static bool LetItEnd(Process process)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(2));
        try
        {
            process.WaitForExitAsync(patience.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // It runs on, or a child of it holds its output open.
        }

        return process.HasExited;
    }

    private static void End(Process process)
    {
        try
        {
            if (!LetItEnd(process))
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static ProcessStartInfo StartInfo(string assembly, string pipeName)
    {
        string folder = Path.GetDirectoryName(assembly)!;
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
                "--runtimeconfig", Path.ChangeExtension(assembly, ".runtimeconfig.json"),
                Path.Combine(folder, "Perf.NUnit.dll"),
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
