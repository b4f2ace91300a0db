namespace Perf.Thresholds;

/// <summary>A thresholds file: sections of keys with numbers, overlays for environments, a policy, and every problem found.</summary>
public sealed class ThresholdsFile
{
    /// <summary>The tolerance where the file has none, %.</summary>
    public const double DefaultNoisePercent = 2;

    private const string ToleranceSection = "tolerance";
    private const string NoiseKey = "measurement_noise_pct";

    private readonly ThresholdsContent _content;

    private ThresholdsFile(string path, bool isBuiltIn, ThresholdsContent content)
    {
        Path = path;
        IsBuiltIn = isBuiltIn;
        _content = content;
    }

    /// <summary>The original suite's numbers, in force where there is no file.</summary>
    public static ThresholdsFile BuiltIn { get; } =
        new("built-in defaults", isBuiltIn: true, ThresholdsReader.Read(BuiltInThresholds.Text));

    /// <summary>Whether these are the built-in defaults.</summary>
    public bool IsBuiltIn { get; }

    /// <summary>The path as messages name it.</summary>
    public string Path { get; }

    /// <summary>Every threshold without a problem, the base before the overlays.</summary>
    public IReadOnlyList<Threshold> Thresholds => _content.Thresholds;

    /// <summary>Everything that is wrong, in the order of finding it, at most 100.</summary>
    public IReadOnlyList<ThresholdProblem> Problems => _content.Problems;

    /// <summary>The policy of strict mode.</summary>
    public Policy Policy => _content.Policy;

    /// <summary>The environments that have an overlay.</summary>
    public IReadOnlyList<string> Environments => _content.Environments;

    /// <summary>The sections of the base.</summary>
    public IReadOnlyList<string> Sections => _content.Sections;

    /// <summary>Reads a text; never throws on its content.</summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="path">The path as messages should name it.</param>
    public static ThresholdsFile Parse(string text, string path) => new(path, isBuiltIn: false, ThresholdsReader.Read(text));

    /// <summary>Half-width of the zone around a limit in which no verdict is claimed, %.</summary>
    public double MeasurementNoisePercent(string environment) =>
        Find(NoiseKey, ToleranceSection, environment).Threshold?.Value ?? DefaultNoisePercent;

    /// <summary>The threshold of a key in an environment: its overlay's where there is one, else the base's.</summary>
    /// <param name="key">The key.</param>
    /// <param name="section">The section; without one the key must stand in one section only.</param>
    /// <param name="environment">The environment.</param>
    public ThresholdLookup Find(string key, string? section, string environment)
    {
        if (section is not null && !Sections.Contains(section))
        {
            return new ThresholdLookup(LookupOutcome.UnknownSection, null, Spelling.Nearest(section, Sections));
        }

        Threshold[] found = [.. Thresholds
            .Where(t => t.Key == key && (section is null || t.Section == section) && (t.Environment is null || t.Environment == environment))
            .GroupBy(t => t.Section)
            .Select(sameSection => sameSection.FirstOrDefault(t => t.Environment is not null) ?? sameSection.First())];
        return found.Length switch
        {
            1 => new ThresholdLookup(LookupOutcome.Found, found[0], []),
            0 => new ThresholdLookup(LookupOutcome.MissingKey, null, Elsewhere(key)),
            _ => new ThresholdLookup(LookupOutcome.AmbiguousSection, null, [.. found.Select(t => t.Section)]),
        };
    }

    // The same key in another section, else a key that is spelled alike.
    private IReadOnlyList<string> Elsewhere(string key)
    {
        string[] sections = [.. Thresholds.Where(t => t.Key == key).Select(t => $"{t.Section}.{key}").Distinct()];
        return sections.Length > 0 ? sections : Spelling.Nearest(key, Thresholds.Select(t => t.Key));
    }
}
