namespace Perf.Thresholds.Reading;

/// <summary>What a key means, or why there is no such key.</summary>
/// <param name="Kind">Its meaning; null when there is no such key.</param>
/// <param name="ProblemKind">What sort of thing is wrong, where there is no such key.</param>
/// <param name="Problem">
/// What is wrong with the key and what to do, to go on after the key; empty when it has a meaning.
/// </param>
internal readonly record struct KeyReading(ObjectiveKind? Kind, ThresholdProblemKind ProblemKind, string Problem)
{
    public static KeyReading Of(ObjectiveKind kind) => new(kind, default, "");

    public static KeyReading Wrong(ThresholdProblemKind kind, string problem) => new(null, kind, problem);
}
