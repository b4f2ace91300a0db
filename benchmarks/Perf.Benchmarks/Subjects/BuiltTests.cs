using System.Diagnostics;
using System.Globalization;
using Perf.Runs;

namespace Perf.Benchmarks.Subjects;

/// <summary>A built test assembly, run as a user does, by <c>dotnet test</c>.</summary>
/// <param name="Assembly">The path of the assembly.</param>
internal sealed record BuiltTests(string Assembly)
{
    /// <summary>A run that takes longer is ended; a recording is five of them.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // An assembly does not carry them; a project does. A baseline of other variables would not be compared with.
    private static readonly string Settings = Path.GetFullPath("src/Perf.NUnit/buildTransitive/perf.runsettings");

    // What a recording says of a test is no result of it.
    private const string Logger = "console;verbosity=normal";

    /// <summary>What a test may take for its verdicts, s; null for what is usual.</summary>
    public double? BudgetSeconds { get; init; }

    /// <summary>The filter for tests of some names.</summary>
    public static string Named(IEnumerable<string> tests) => string.Join('|', tests.Select(test => $"Name={test}"));

    /// <summary>The record of a run beside another build; builds that are equal are measured too.</summary>
    /// <param name="baseBuild">The folder of the other build.</param>
    /// <param name="filter">Which tests, as <c>--filter</c> says it; null for all of them.</param>
    /// <exception cref="InvalidOperationException">The run left no record.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public RunDocument Beside(string baseBuild, string? filter = null) =>
        Judged(filter, ("PERF_BASE_BUILD", Path.GetFullPath(baseBuild)));

    /// <summary>The record of a run against a baseline file; a doubt is settled where a series names its build and that is at hand.</summary>
    /// <param name="baseline">The file.</param>
    /// <param name="filter">Which tests, as <c>--filter</c> says it; null for all of them.</param>
    /// <exception cref="InvalidOperationException">The run left no record.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public RunDocument Against(string baseline, string? filter = null) =>
        Judged(filter, ("PERF_BASELINE", Path.GetFullPath(baseline)));

    /// <summary>Records all tests into a baseline file.</summary>
    /// <param name="baseline">The file.</param>
    /// <returns>What was said of each.</returns>
    /// <exception cref="InvalidOperationException">There is no file afterwards.</exception>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public IReadOnlyList<string> Record(string baseline)
    {
        string path = Path.GetFullPath(baseline);
        string printed = Run(null, Longest * 5, ("PERF_RECORD", "true"), ("PERF_BASELINE", path));
        return File.Exists(path)
            ? [.. printed.Split('\n').Select(line => line.Trim()).Where(IsOutcome)]
            : throw new InvalidOperationException($"{Assembly} recorded nothing: {printed}");

        static bool IsOutcome(string line) => line.StartsWith("Perf: recorded ", StringComparison.Ordinal)
            || line.Contains(" is not recorded: ", StringComparison.Ordinal)
            || line.Contains(" is recorded from ", StringComparison.Ordinal);
    }

    private RunDocument Judged(string? filter, (string Name, string Value) against)
    {
        string report = Directory.CreateTempSubdirectory("perf-run-").FullName;
        try
        {
            // Builds of unchanged code are equal, and would not be measured.
            string printed = Run(filter, Longest, against, ("PERF_REPORT", report), ("PERF_ALWAYS", "true"));
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

    private string Run(string? filter, TimeSpan longest, params IEnumerable<(string Name, string Value)> variables)
    {
        ProcessStartInfo start = new("dotnet", ["test", Assembly, "--settings", Settings, "--logger", Logger])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (filter is not null)
        {
            start.ArgumentList.Add("--filter");
            start.ArgumentList.Add(filter);
        }

        SetVariables(start, variables);
        using Process tests = Process.Start(start)!;
        Task<string> output = tests.StandardOutput.ReadToEndAsync();
        Task<string> error = tests.StandardError.ReadToEndAsync();
        if (!tests.WaitForExit(longest))
        {
            tests.Kill(entireProcessTree: true);
            throw new TimeoutException($"a run did not end in {longest.TotalMinutes} minutes: {output.Result}");
        }

        return output.Result + error.Result;
    }

    // What a shell has set for runs of its own is no part of the figure.
    private void SetVariables(ProcessStartInfo start, IEnumerable<(string Name, string Value)> variables)
    {
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("PERF_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        if (BudgetSeconds is { } seconds)
        {
            start.Environment["PERF_BUDGET"] = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }
}
