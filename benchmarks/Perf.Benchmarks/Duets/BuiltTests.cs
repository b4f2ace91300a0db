using System.Diagnostics;
using Perf.Runs;

namespace Perf.Benchmarks.Duets;

/// <summary>A built test assembly, run as a user does, by <c>dotnet test</c> beside another build.</summary>
/// <param name="Assembly">The path of the assembly.</param>
/// <param name="BaseBuild">The folder of the other build.</param>
internal sealed record BuiltTests(string Assembly, string BaseBuild)
{
    /// <summary>A run that takes longer is ended.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // An assembly does not carry them; a project does.
    private static readonly string Settings = Path.GetFullPath("src/Perf.NUnit/buildTransitive/perf.runsettings");

    /// <summary>The filter for tests of some names.</summary>
    public static string Named(IEnumerable<string> tests) => string.Join('|', tests.Select(test => $"Name={test}"));

    /// <summary>The record of a run; builds that are equal are measured too.</summary>
    /// <param name="filter">Which tests, as <c>--filter</c> says it; null for all of them.</param>
    /// <exception cref="InvalidOperationException">The run left no record.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public RunDocument Run(string? filter = null)
    {
        string report = Directory.CreateTempSubdirectory("perf-duet-").FullName;
        try
        {
            string printed = Run(report, filter);
            string file = Path.Combine(report, "run.json");
            return File.Exists(file)
                ? RunDocument.Parse(File.ReadAllText(file), file)
                : throw new InvalidOperationException($"{Assembly} left no record: {printed}");
        }
        finally
        {
            Directory.Delete(report, recursive: true);
        }
    }

    private string Run(string report, string? filter)
    {
        ProcessStartInfo start = new("dotnet", ["test", Assembly, "--settings", Settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (filter is not null)
        {
            start.ArgumentList.Add("--filter");
            start.ArgumentList.Add(filter);
        }

        start.Environment["PERF_BASE_BUILD"] = BaseBuild;
        start.Environment["PERF_REPORT"] = report;

        // Builds of unchanged code are equal, and would not be measured.
        start.Environment["PERF_ALWAYS"] = "true";
        using Process tests = Process.Start(start)!;
        Task<string> output = tests.StandardOutput.ReadToEndAsync();
        Task<string> error = tests.StandardError.ReadToEndAsync();
        if (!tests.WaitForExit(Longest))
        {
            tests.Kill(entireProcessTree: true);
            throw new TimeoutException($"a run did not end in {Longest.TotalMinutes} minutes: {output.Result}");
        }

        return output.Result + error.Result;
    }
}
