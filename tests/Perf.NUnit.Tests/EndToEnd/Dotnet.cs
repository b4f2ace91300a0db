using System.Diagnostics;

namespace Perf.Tests.EndToEnd;

/// <summary>Runs <c>dotnet</c> as a user does.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">The working directory.</param>
    /// <param name="arguments">The arguments, one each.</param>
    /// <param name="variables">Environment variables.</param>
    /// <returns>The exit code, and all that was written.</returns>
    public static (int ExitCode, string Output) Run(
        string folder, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };

        // The run above this one must not decide for it.
        foreach (string inherited in start.Environment.Keys.Where(key => key.StartsWith("PERF_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
