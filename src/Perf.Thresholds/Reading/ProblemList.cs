namespace Perf.Thresholds.Reading;

/// <summary>The problems found so far; takes the first hundred.</summary>
internal sealed class ProblemList
{
    /// <summary>More would not be read by anyone, and a hostile file could make millions.</summary>
    public const int Most = 100;

    private readonly List<ThresholdProblem> _problems = [];

    public bool IsFull => _problems.Count >= Most;

    public void Add(ThresholdProblemKind kind, TextRange range, string message)
    {
        if (!IsFull)
        {
            _problems.Add(new ThresholdProblem(kind, message, range));
        }
    }

    public IReadOnlyList<ThresholdProblem> InFileOrder() =>
        [.. _problems.OrderBy(problem => problem.Range.Line).ThenBy(problem => problem.Range.Column)];
}
