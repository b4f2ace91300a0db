namespace Perf.Benchmarks.Decisions;

/// <summary>A question and its answer, a table.</summary>
/// <param name="What">What is asked.</param>
/// <param name="Rows">The answer.</param>
/// <param name="LeftOut">Of whom too little was recorded to answer it.</param>
internal sealed record DecisionQuestion(string What, IReadOnlyList<DecisionRow> Rows, IReadOnlyList<string> LeftOut)
{
    /// <summary>The question that replays answer.</summary>
    public static DecisionQuestion Of(string what, IEnumerable<Replays> replays, params IReadOnlyList<string> leftOut) =>
        new(what, [.. replays.Select(DecisionRow.From)], leftOut);
}
