using System.Diagnostics;
using System.Text;

namespace Perf.Tool.Processes;

/// <summary>A program that is run to its end, or ended with all that it started.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, standard output and error.</param>
internal sealed record ChildProcess(int ExitCode, string Output)
{
    private const int TailLines = 30;

    /// <summary>The end of what it wrote.</summary>
    public string Tail => string.Join('\n', Output.TrimEnd().Split('\n').TakeLast(TailLines));

    /// <summary>Runs a program.</summary>
    /// <param name="file">The program.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables beside those of this process; null removes one.</param>
    /// <param name="cancellation">Ends it, and all that it started.</param>
    /// <param name="hears">Hears each line that it writes, at once; null where nobody listens.</param>
    /// <exception cref="ToolException">It cannot be started.</exception>
    public static async Task<ChildProcess> Run(
        string file,
        string folder,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancellation,
        Action<string>? hears = null)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Start(start);
        process.StandardInput.Close();
        StringBuilder output = new();
        process.OutputDataReceived += (_, line) => Append(output, line.Data, hears);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data, hears);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        lock (output)
        {
            return new ChildProcess(process.ExitCode, output.ToString());
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ToolException($"{start.FileName} cannot be started: {e.Message}", e);
        }
    }

    private static void Append(StringBuilder output, string? line, Action<string>? hears)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
                hears?.Invoke(line);
            }
        }
    }
}
