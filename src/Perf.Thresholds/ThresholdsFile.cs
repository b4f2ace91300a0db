using Perf.Thresholds.Reading;
using Perf.Thresholds.Yaml;

namespace Perf.Thresholds;

/// <summary>
/// A thresholds file: the numbers that tests are held to, by section and key, with overlays by environment.
/// </summary>
public sealed class ThresholdsFile
{
    // The original suite's, for a file that states none.
    private const double DefaultNoisePercent = 2;

    // The defaults of the original suite's load_thresholds().
    private const string BuiltInText = """
        validation:
          time_regression_threshold_pct: 10
          max_time_seconds: 300
          min_samples_per_second: 50
        memory:
          max_gpu_memory_pct: 80
          max_gpu_memory_gb: 12
          max_cpu_memory_pct: 80
        cache:
          min_hit_rate_pct: 80
          warmup_batches: 10
        tolerance:
          measurement_noise_pct: 2

        """;

    private readonly Dictionary<(string? Environment, string Section, string Key), Threshold> _index = [];

    private ThresholdsFile(string path, FileContent content, IReadOnlyList<ThresholdProblem> problems)
    {
        Path = path;
        Thresholds = content.Thresholds;
        Sections = content.Sections;
        Environments = content.Environments;
        Policy = content.Policy;
        Problems = problems;
        foreach (Threshold threshold in content.Thresholds)
        {
            _index[(threshold.Environment, threshold.Section, threshold.Key)] = threshold;
        }
    }

    /// <summary>The numbers that are in force where there is no file.</summary>
    public static ThresholdsFile BuiltIn { get; } = Parse(BuiltInText, "built-in defaults");

    /// <summary>Whether these are the numbers that are in force where there is no file.</summary>
    public bool IsBuiltIn => ReferenceEquals(this, BuiltIn);

    /// <summary>The path by which messages name the file.</summary>
    public string Path { get; }

    /// <summary>The numbers of sections and overlays, in file order; what has a problem is not among them.</summary>
    public IReadOnlyList<Threshold> Thresholds { get; }

    /// <summary>What is wrong with the file, in file order; at most a hundred.</summary>
    public IReadOnlyList<ThresholdProblem> Problems { get; }

    /// <summary>What strict mode makes of tests that could not be judged.</summary>
    public Policy Policy { get; }

    /// <summary>The names of the sections, in file order.</summary>
    public IReadOnlyList<string> Sections { get; }

    /// <summary>The names of the environments that have overlays, in file order.</summary>
    public IReadOnlyList<string> Environments { get; }

    /// <summary>
    /// Reads a file; never throws on its content, whatever it is: what is wrong is in <see cref="Problems"/>.
    /// </summary>
    /// <param name="text">The text, with or without a byte order mark.</param>
    /// <param name="path">The path by which messages are to name the file.</param>
    /// <exception cref="ArgumentNullException">There is no text or no path.</exception>
    public static ThresholdsFile Parse(string text, string path)
    {
        _ = text ?? throw new ArgumentNullException(nameof(text));
        _ = path ?? throw new ArgumentNullException(nameof(path));
        ProblemList problems = new();
        string content = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? text.Substring(1) : text;
        YamlNode? root = TextCheck.Passes(content, problems) ? YamlTree.Read(content, problems) : null;
        FileContent read = new FileReader(problems).Read(root);
        return new ThresholdsFile(path, read, problems.InFileOrder());
    }

    /// <summary>The half-width in percent of the zone around a limit in which no verdict is claimed.</summary>
    public double MeasurementNoisePercent(string environment) =>
        InForce("measurement_noise_pct", "tolerance", environment)?.Value ?? DefaultNoisePercent;

    /// <summary>The number in force: the environment's overlay where there is one, else the file's own.</summary>
    /// <param name="key">The key.</param>
    /// <param name="section">The section; null where the key must be the only one of its name.</param>
    /// <param name="environment">The environment; one without overlays has the file's own numbers.</param>
    public ThresholdLookup Find(string key, string? section, string environment)
    {
        if (section is not null && InForce(key, section, environment) is { } found)
        {
            return Found(found);
        }

        string[] holders = [.. Sections.Where(name => InForce(key, name, environment) is not null)];
        if (section is not null)
        {
            return Sections.Contains(section)
                ? Missing(LookupOutcome.MissingKey, key, KeysOf(section), holders)
                : Missing(LookupOutcome.UnknownSection, section, Sections, holders);
        }

        return holders.Length switch
        {
            0 => Missing(LookupOutcome.MissingKey, key, Thresholds.Select(threshold => threshold.Key), []),
            1 => Found(InForce(key, holders[0], environment)!),
            _ => new ThresholdLookup(LookupOutcome.AmbiguousSection, null, holders),
        };
    }

    private Threshold? InForce(string key, string section, string environment) =>
        _index.TryGetValue((environment, section, key), out Threshold? overlay) ? overlay
        : _index.TryGetValue((null, section, key), out Threshold? own) ? own
        : null;

    private IEnumerable<string> KeysOf(string section) =>
        Thresholds.Where(threshold => threshold.Section == section).Select(threshold => threshold.Key);

    private static ThresholdLookup Found(Threshold threshold) => new(LookupOutcome.Found, threshold, []);

    private static ThresholdLookup Missing(
        LookupOutcome outcome, string name, IEnumerable<string> known, IReadOnlyList<string> holders)
    {
        IReadOnlyList<string> alike = Spelling.Nearest(name, known);
        return new ThresholdLookup(outcome, null, alike.Count > 0 ? alike : holders);
    }
}
