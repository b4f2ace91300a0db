using System.Diagnostics;

namespace Perf.Benchmarks.Rivals;

/// <summary>A process of a rival, which is ended where it does not end.</summary>
internal static class RivalProcess
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>What a command of <c>dotnet</c> prints, and how long it took, s.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The command.</param>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it printed.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public static (string Output, double Seconds) OutputOf(string folder, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"a rival did not end in {Longest.TotalMinutes} minutes: {output.Result}");
        }

        double seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        return process.ExitCode == 0
            ? (output.Result, seconds)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed: {output.Result}");
    }
}
