using System.Diagnostics;
using System.Globalization;

namespace Perf.Benchmarks.Suite;

/// <summary>Starts this program anew for one round and takes its time, wall and CPU.</summary>
internal static class SuiteProcess
{
    /// <exception cref="InvalidOperationException">The process failed; the message holds what it wrote.</exception>
    public static (double Seconds, double[] CpuSeconds) Run(SuiteRun run, SuiteFolder folder)
    {
        ProcessStartInfo start = new(
            Environment.ProcessPath!, [typeof(SuiteProcess).Assembly.Location, "suite-round", run.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!IsDotNetHost(Environment.ProcessPath!))
        {
            start.ArgumentList.RemoveAt(0);
        }

        folder.Settings.ToList().ForEach(setting => start.Environment[setting.Key] = setting.Value);
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        return process.ExitCode == 0
            ? (seconds, NumbersOf(output))
            : throw new InvalidOperationException($"a round ended with {process.ExitCode}: {errors.Result}{output}");
    }

    // The last line; before it may stand what the run said to people.
    private static double[] NumbersOf(string output) =>
    [
        .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split(' ')
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
    ];

    private static bool IsDotNetHost(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";
}
