namespace Perf.Benchmarks.Decisions;

/// <summary>What the usual rules say of two runs.</summary>
/// <param name="plan">What is asked.</param>
internal sealed class RunQuestions(ReplayPlan plan)
{
    /// <summary>The answers by subject, and by load.</summary>
    public IReadOnlyList<DecisionQuestion> Answer(IReadOnlyList<RecordedRun> runs)
    {
        RunReplay replay = new(plan);
        (string Subject, IReadOnlyList<(RecordedRun Base, RecordedRun Head)> Pairs)[] subjects =
        [
            .. runs.GroupBy(run => run.Subject)
                .OrderBy(subject => subject.Key, StringComparer.Ordinal)
                .Select(subject => (subject.Key, replay.Pairs([.. subject]))),
        ];
        (string Subject, string Load, Replays Replays)[] parts =
        [
            .. from rule in RunRule.All(plan.LimitPercent)
               from subject in subjects
               from load in subject.Pairs.GroupBy(pair => pair.Base.Load)
               select (subject.Subject, load.Key, RunReplay.Run(rule, load.Key, [.. load])),
        ];
        string clock = plan.RunsInCpuTime ? "CPU time" : "wall time";
        return
        [
            DecisionQuestion.Of(
                $"two runs ({clock}), by subject",
                parts.GroupBy(part => (part.Replays.Rule, part.Subject))
                    .Select(group => Pooled(group.Key.Subject, group)),
                [
                    .. subjects.Where(subject => subject.Pairs.Count == 0)
                        .Select(subject => $"{subject.Subject}: no two processes of one kind"),
                ]),
            DecisionQuestion.Of(
                $"two runs ({clock}), by load",
                parts.GroupBy(part => (part.Replays.Rule, part.Load)).Select(group => Pooled(group.Key.Load, group))),
        ];
    }

    private static Replays Pooled(string of, IEnumerable<(string Subject, string Load, Replays Replays)> parts) =>
        Replays.Together(of, [.. parts.Select(part => part.Replays)]);
}
