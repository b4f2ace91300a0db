using System.CommandLine;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Subjects;

/// <summary>What a figure of subjects may be told: how long to measure, where its record and its builds are, and whether there is a hog.</summary>
/// <param name="name">The name of the figure, which its files have.</param>
internal sealed class SubjectOptions(string name)
{
    /// <summary>Where files are kept.</summary>
    public const string Kept = "artifacts/benchmarks";

    private readonly Option<double> _minutes = new("--minutes")
    {
        Description = "How long to measure; 0 only tells what the record holds.",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<FileInfo> _record = new("--record")
    {
        Description = "The record, which is added to.",
        DefaultValueFactory = _ => new FileInfo($"{Kept}/{name}.jsonl"),
    };

    private readonly Option<DirectoryInfo> _builds = new("--builds")
    {
        Description = "Where builds are kept; remove it after a change.",
        DefaultValueFactory = _ => new DirectoryInfo($"{Kept}/{name}"),
    };

    private readonly Option<bool> _hog = new("--hog")
    {
        Description = "Keep one core busy in about half of the rounds; false for none.",
        DefaultValueFactory = _ => true,
    };

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [_minutes, _record, _builds, _hog];

    /// <summary>How long to measure.</summary>
    public TimeSpan Time(ParseResult parsed) => TimeSpan.FromMinutes(parsed.GetValue(_minutes));

    /// <summary>The record.</summary>
    public FigureRecord<SubjectVerdict> Record(ParseResult parsed) =>
        new(parsed.GetRequiredValue(_record).FullName, SubjectJson.Default.SubjectVerdict);

    /// <summary>The builds.</summary>
    public SubjectBuilds Builds(ParseResult parsed) => new(parsed.GetRequiredValue(_builds).FullName);

    /// <summary>Whether about half of the rounds are beside a hog.</summary>
    public bool WithHog(ParseResult parsed) => parsed.GetValue(_hog);
}
