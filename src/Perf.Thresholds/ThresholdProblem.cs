namespace Perf.Thresholds;

/// <summary>Something wrong with a thresholds file, at a place in it.</summary>
/// <param name="Kind">What sort of thing is wrong.</param>
/// <param name="Message">What is wrong and, after a semicolon, what to do.</param>
/// <param name="Range">Where; always within the text.</param>
public sealed record ThresholdProblem(ThresholdProblemKind Kind, string Message, TextRange Range)
{
    /// <summary>
    /// The problem as compilers print theirs: <c>baselines/thresholds.yaml:6:3: message; what to do</c>.
    /// </summary>
    public string ToString(string path) => $"{path}:{Range}: {Message}";

    /// <summary>The problem with its place, without the file: <c>6:3: message; what to do</c>.</summary>
    public override string ToString() => $"{Range}: {Message}";
}
