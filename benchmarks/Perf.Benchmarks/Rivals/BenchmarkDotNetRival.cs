using System.Globalization;
using System.Text.RegularExpressions;
using Perf.Benchmarks.Processes;
using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Rivals;

/// <summary>BenchmarkDotNet, which makes both builds itself and compares them by its own statistical test.</summary>
internal sealed partial class BenchmarkDotNetRival : IRival
{
    public const string Rule = "BenchmarkDotNet 0.15.8, --statisticalTest 10%";

    private const string Project = "benchmarks/Perf.Benchmarks.Rivals";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly string Program =
        Path.GetFullPath($"{Project}/bin/Release/net10.0/Perf.Benchmarks.Rivals.dll");

    /// <summary>Makes the program that holds the benchmarks.</summary>
    public static void Make() =>
        DotnetProcess.OfTools.OutputOf(Directory.GetCurrentDirectory(), "build", Project, "-c", "Release", "-v:q");

    /// <inheritdoc />
    public IReadOnlyList<RivalVerdict> Verdicts(RivalRound round)
    {
        using Hog? hog = round.IsBesideHog ? Hog.Start(Longest) : null;
        DirectoryInfo artifacts = Directory.CreateTempSubdirectory("perf-rivals-");
        try
        {
            (string output, double seconds) = DotnetProcess.AsItIs.OutputOf(
                Project,
                Program, round.ExtraWorkPercent.ToString(CultureInfo.InvariantCulture),
                "--filter", "*", "--statisticalTest", "10%", "--buildTimeout", "600", "--artifacts", artifacts.FullName);
            return Verdicts(round, output, seconds);
        }
        finally
        {
            artifacts.Delete(recursive: true);
        }
    }

    private static RivalVerdict[] Verdicts(RivalRound round, string output, double seconds)
    {
        MatchCollection lines = VerdictLine().Matches(output);
        if (lines.Count != RivalRound.Subjects.Count)
        {
            throw new InvalidOperationException($"BenchmarkDotNet told of {lines.Count} subjects: {output}");
        }

        double running = Number(RunTimeLine().Match(output).Groups["seconds"].Value);
        return
        [
            .. lines.Select(line => RivalVerdict.Of(
                Rule,
                round,
                line.Groups["subject"].Value,
                line.Groups["verdict"].Value,
                line.Groups["verdict"].Value == "Slower",
                Number(line.Groups["ratio"].Value),
                running / lines.Count) with
            {
                BuildSeconds = (seconds - running) / lines.Count,
            }),
        ];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^verdict: (?<subject>\S+) (?<verdict>\S+) (?<ratio>\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex VerdictLine();

    [GeneratedRegex(@"^Run time: \S+ \((?<seconds>\S+) sec\)", RegexOptions.Multiline)]
    private static partial Regex RunTimeLine();
}
