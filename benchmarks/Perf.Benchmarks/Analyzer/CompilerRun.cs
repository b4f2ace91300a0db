using System.Globalization;
using System.Text.RegularExpressions;
using Perf.Benchmarks.Processes;

namespace Perf.Benchmarks.Analyzer;

/// <summary>One run of the SDK's compiler over the made-up suite.</summary>
/// <param name="WallSeconds">From the start of the process to its end.</param>
/// <param name="AnalyzerSeconds">What the analyzers of each assembly took by the compiler's report.</param>
internal sealed partial record CompilerRun(double WallSeconds, IReadOnlyDictionary<string, double> AnalyzerSeconds)
{
    /// <summary>What the analyzers of an assembly took.</summary>
    /// <exception cref="InvalidOperationException">The compiler did not report it.</exception>
    public double SecondsOf(string assembly) => AnalyzerSeconds.TryGetValue(assembly, out double seconds)
        ? seconds
        : throw new InvalidOperationException($"the compiler reports no time of {assembly}");

    /// <summary>Compiles.</summary>
    /// <param name="project">The suite.</param>
    /// <param name="more">Arguments that the build does not give.</param>
    public static CompilerRun Of(SuiteProject project, params IReadOnlyList<string> more)
    {
        string file = Path.Combine(project.Folder, "arguments.rsp");
        File.WriteAllLines(file, project.Arguments);
        (string output, double wall) = DotnetProcess.OfTools.OutputOf(
            project.Folder, [project.Compiler, "/noconfig", .. more, $"@{file}"]);
        Dictionary<string, double> seconds = ReportLine().Matches(output)
            .GroupBy(line => line.Groups["assembly"].Value)
            .ToDictionary(
                same => same.Key,
                same => same.Sum(line => double.Parse(line.Groups["seconds"].Value, CultureInfo.InvariantCulture)));
        return new CompilerRun(wall, seconds);
    }

    // "     0.123      4   Perf.Analyzers, Version=0.1.0.0, …": an assembly, all its analyzers together.
    [GeneratedRegex(@"^\s*<?(?<seconds>[0-9]+\.[0-9]+)\s+<?[0-9]+\s+(?<assembly>\S+), Version=", RegexOptions.Multiline)]
    private static partial Regex ReportLine();
}
