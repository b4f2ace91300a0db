namespace Perf.Benchmarks.Decisions;

/// <summary>What the rule of the duet says.</summary>
/// <param name="plan">What is asked.</param>
internal sealed class DuetQuestions(ReplayPlan plan)
{
    /// <summary>All subjects together.</summary>
    public const string All = "all";

    /// <summary>What live launches come to: the question of the promises.</summary>
    public DecisionQuestion OfLaunches(IReadOnlyList<RecordedLaunch> launches) => Made(
        "duet, launches of a live suite",
        launches,
        launch => launch.Subject,
        DuetReplay.OfLaunches(plan));

    /// <summary>What duets of identical builds come to.</summary>
    public IReadOnlyList<DecisionQuestion> OfLuck(IReadOnlyList<RecordedPairs> luck) =>
    [
        .. luck.GroupBy(duet => duet.Of)
            .Select(kind => Made(
                $"duet, pairs of identical builds, {kind.Key}",
                [.. kind],
                duet => duet.Subject,
                DuetReplay.OfPairs(plan))),
    ];

    /// <summary>What duets with real extra work come to.</summary>
    public IReadOnlyList<DecisionQuestion> OfExtraWork(IReadOnlyList<RecordedPairs> duets)
    {
        DuetReplay<RecordedPairs> replay = DuetReplay.OfPairs(plan);
        return
        [
            Made("duet, pairs, their ratio made", duets, duet => duet.Subject, replay),
            DecisionQuestion.Of(
                "duet, pairs, real extra work alone",
                duets.GroupBy(duet => duet.Subject)
                    .OrderBy(subject => subject.Key, StringComparer.Ordinal)
                    .Select(subject => replay.Real(subject.Key, [.. subject]))),
        ];
    }

    private static DecisionQuestion Made<T>(
        string what, IReadOnlyList<T> duets, Func<T, string> subjectOf, DuetReplay<T> replay)
    {
        IGrouping<string, T>[] subjects =
            [.. duets.GroupBy(subjectOf).OrderBy(subject => subject.Key, StringComparer.Ordinal)];
        Replays[] replays = [.. subjects.Where(IsEnough).Select(subject => replay.Made(subject.Key, [.. subject]))];
        return DecisionQuestion.Of(
            what,
            replays.Length > 1 ? [.. replays, Replays.Together(All, replays)] : replays,
            [
                .. subjects.Where(subject => !IsEnough(subject))
                    .Select(subject => $"{subject.Key}: one launch, where red needs two"),
            ]);

        static bool IsEnough(IGrouping<string, T> subject) => subject.Count() >= DuetReplay<T>.FewestProcesses;
    }
}
