using System.Text.RegularExpressions;

namespace Perf.Tests.Architecture;

/// <summary>The folders of the engine in the order in which they may know one another.</summary>
internal static partial class EngineFolders
{
    /// <summary>What stands earlier knows nothing of what stands later; an inner folder stands for itself.</summary>
    public static readonly IReadOnlyList<string> Order =
    [
        "Files", "Builds", "Metrics", "Measurement.Meters", "Measurement.Probes", "Measurement.Controls", "Measurement.Devices", "Objectives", "Measurement",
        "Duets", "Statistics", "Controlled", "Baselines", "Judging", "Runs", "Reporting",
    ];

    /// <summary>The places where a source file knows a folder that it must not know.</summary>
    /// <param name="folder">The file's folder, written like a namespace.</param>
    /// <param name="source">Its text.</param>
    /// <param name="typesOfParent">Types of the enclosing folder, which need no <c>using</c> to be known.</param>
    public static IEnumerable<string> WrongWay(string folder, string source, params IEnumerable<string> typesOfParent)
    {
        int own = Position(folder);
        foreach ((int number, string line) in source.Split('\n').Index())
        {
            if (line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (string known in KnownIn(line).Where(known => Position(known) > own))
            {
                yield return $"line {number + 1}: {folder} must not know {known}";
            }

            foreach (string type in typesOfParent.Where(type => Regex.IsMatch(line, $@"(?<![\w.]){type}\b")))
            {
                yield return $"line {number + 1}: {folder} must not know {folder.Split('.')[0]} ({type})";
            }
        }
    }

    private static IEnumerable<string> KnownIn(string line) => Reference().Matches(line)
        .Select(match => match.Groups["folder"].Value)
        .Select(name => Order.Where(folder => IsWithin(name, folder)).MaxBy(folder => folder.Length))
        .OfType<string>();

    private static bool IsWithin(string name, string folder) =>
        name == folder || name.StartsWith(folder + ".", StringComparison.Ordinal);

    private static int Position(string folder) => Order.Index().Single(entry => entry.Item == folder).Index;

    // `using Perf.Runs;`, `Perf.Runs.Run`, and `Runs.Run`, which the common root makes valid too.
    [GeneratedRegex(
        @"using (static )?(\w+ = )?Perf\.(?<folder>[\w.]+)"
        + @"|(?<![\w.])(global::)?(Perf\.)?"
        + @"(?<folder>(Files|Builds|Metrics|Objectives|Measurement|Duets|Controlled|Statistics|Baselines|Judging|Runs|Reporting)"
        + @"\.[A-Z][\w.]*)")]
    private static partial Regex Reference();
}
