using System.Collections;
using System.Diagnostics;

namespace Perf.Tool.Tests;

/// <summary>The tool as a user runs it.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Standard">What it wrote to the standard output.</param>
/// <param name="Error">What it wrote to the standard error.</param>
internal sealed record PerfTool(int ExitCode, string Standard, string Error)
{
    /// <summary>All that a user sees.</summary>
    public string Output => Standard + Error;

    /// <summary>Runs it.</summary>
    /// <param name="folder">The current folder.</param>
    /// <param name="arguments">The command line after <c>dotnet perf</c>.</param>
    public static Task<PerfTool> Run(string folder, params string[] arguments) => Start(folder, "dotnet", [BuiltTool.Path, .. arguments]);

    /// <summary>Runs another program as the tool is run.</summary>
    public static async Task<PerfTool> Start(string folder, string program, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string inherited in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key).Where(IsOfTheTestRun))
        {
            start.Environment.Remove(inherited);
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> standard = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new PerfTool(process.ExitCode, await standard, await error);
    }

    // What this test run says of itself is nothing to another.
    private static bool IsOfTheTestRun(string name) =>
        (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) && name != "MSBUILDDISABLENODEREUSE")
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("PERF_", StringComparison.OrdinalIgnoreCase)
        || name is "CI" or "GITHUB_ACTIONS";
}
