namespace Perf.Benchmarks.Decisions;

/// <summary>What the rule of the baseline file says, and what its guard refuses.</summary>
/// <param name="processes">The recorded processes.</param>
/// <param name="plan">What is asked.</param>
internal sealed class FileQuestions(IReadOnlyList<AdjacentProcess> processes, ReplayPlan plan)
{
    private readonly FileReplay _replay = new(plan);

    /// <summary>The verdicts by subject.</summary>
    public DecisionQuestion Answer() => DecisionQuestion.Of(
        "file, control beside every call",
        Subjects(isEnough: true).Select(subject => _replay.Run(subject.Key, [.. subject])),
        [
            .. Subjects(isEnough: false).Select(subject =>
                $"{subject.Key}: {subject.Count()} processes, where a replay needs {_replay.FewestProcesses}"),
        ]);

    /// <summary>The guard by subject.</summary>
    public IReadOnlyList<GuardRow> Guard() =>
        [.. Subjects(isEnough: true).Select(subject => _replay.Guard(subject.Key, [.. subject]))];

    private IEnumerable<IGrouping<string, AdjacentProcess>> Subjects(bool isEnough) => processes
        .GroupBy(process => process.Subject)
        .OrderBy(subject => subject.Key, StringComparer.Ordinal)
        .Where(subject => subject.Count() >= _replay.FewestProcesses == isEnough);
}
