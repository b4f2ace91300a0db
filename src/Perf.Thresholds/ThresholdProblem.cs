namespace Perf.Thresholds;

/// <summary>What may be wrong with a thresholds file.</summary>
public enum ThresholdProblemKind
{
    /// <summary>It is no YAML.</summary>
    Syntax,

    /// <summary>A feature of YAML that a list of numbers has no use for: alias, anchor, tag, directive, second document.</summary>
    Refused,

    /// <summary>The text or a line is too long.</summary>
    TooLarge,

    /// <summary>It is nested too deeply.</summary>
    TooDeep,

    /// <summary>A key that nothing knows.</summary>
    UnknownKey,

    /// <summary>A key whose unit nothing knows.</summary>
    UnknownUnit,

    /// <summary>A value of another type than the key needs.</summary>
    WrongType,

    /// <summary>A number that the key cannot have.</summary>
    OutOfRange,

    /// <summary>A key or section that stands twice.</summary>
    Duplicate,

    /// <summary>An overlay of a section or key that the base does not have.</summary>
    NotInBase,
}

/// <summary>Something wrong with a thresholds file, where, and what to do.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">The same in words, with the remedy.</param>
/// <param name="Range">Where.</param>
public sealed record ThresholdProblem(ThresholdProblemKind Kind, string Message, TextRange Range)
{
    /// <summary>The line that a compiler would print: <c>baselines/thresholds.yaml:6:3: …</c>.</summary>
    public string ToString(string path) => $"{path}:{Range.Line}:{Range.Column}: {Message}";
}
