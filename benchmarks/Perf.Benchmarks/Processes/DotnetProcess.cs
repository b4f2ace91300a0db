using System.Diagnostics;

namespace Perf.Benchmarks.Processes;

/// <summary>A command of <c>dotnet</c>, which is ended where it does not end.</summary>
/// <param name="IsInvariant">Whether it does without cultures, as tools may; what is measured may not.</param>
internal sealed record DotnetProcess(bool IsInvariant)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Builds and compilers.</summary>
    public static DotnetProcess OfTools { get; } = new(IsInvariant: true);

    /// <summary>What is measured, in the environment that it has.</summary>
    public static DotnetProcess AsItIs { get; } = new(IsInvariant: false);

    /// <summary>What a command prints, and how long it took, s.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The command.</param>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it printed.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public (string Output, double WallSeconds) OutputOf(string folder, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        if (IsInvariant)
        {
            start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        }

        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end in {Longest.TotalMinutes} minutes: {output.Result}");
        }

        double seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        return process.ExitCode == 0
            ? (output.Result, seconds)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed: {output.Result}");
    }
}
