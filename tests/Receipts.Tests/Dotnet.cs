using System.Diagnostics;

namespace Receipts.Tests;

/// <summary>The <c>dotnet</c> that runs the tests, and the repository that they were built from.</summary>
internal static class Dotnet
{
    public static string Executable { get; } =
        Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet";

    /// <summary>A file of the repository.</summary>
    public static string InRepository(params ReadOnlySpan<string> parts)
    {
        string relative = Path.Combine(parts);
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, relative)))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, relative);
    }

    /// <summary>How to start it; the environment can still be changed.</summary>
    public static ProcessStartInfo With(params IEnumerable<string> arguments) => new(Executable, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    /// <summary>Runs it to its end.</summary>
    public static (int ExitCode, string Output, string Error) Run(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
