namespace Perf.Objectives;

/// <summary>Where a bound was written, so that a message can name the place to change.</summary>
/// <param name="Attribute">The attribute as a reader finds it in the code: <c>[MaxDuration(5)]</c>.</param>
/// <param name="Threshold">
/// The line of the thresholds file whose number is in force, <c>baselines/thresholds.yaml:6, validation.max_time_seconds</c>;
/// null when the attribute's own number is.
/// </param>
/// <param name="Section">The section of the thresholds file that the test belongs to; null when it names none.</param>
public sealed record Origin(string Attribute, string? Threshold, string? Section = null)
{
    /// <summary>Where the attribute stands in the source; null where the build has no symbols or the source is not at hand.</summary>
    public SourceLocation? Source { get; init; }

    /// <summary>The place that decided the bound.</summary>
    public override string ToString() => Threshold ?? Attribute;
}

/// <summary>A line of a source file.</summary>
/// <param name="File">The file, relative to the root of the repository, with <c>/</c>.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record SourceLocation(string File, int Line);
