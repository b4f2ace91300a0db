using Perf.Judging;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Statistics;

namespace Perf.Tests.Judging;

/// <summary>A comparison with limits whose launches are made up.</summary>
internal abstract class ScriptedComparison : IComparison
{
    private readonly Dictionary<Objective, List<Launch>> _launches = [];

    /// <summary>The limit; that of the objective itself where there is none.</summary>
    public Target.Limit? Limit { get; init; }

    private AgainstLimit Rest => new(null!, LimitOf);

    public IReadOnlyDictionary<Objective, IReadOnlyList<Launch>> Next(IReadOnlyCollection<Objective> undecided)
    {
        Begin(undecided);
        foreach (Objective objective in undecided)
        {
            _launches[objective] = [.. _launches.GetValueOrDefault(objective) ?? [], Launch(objective)];
        }

        return undecided.ToDictionary(objective => objective, objective => (IReadOnlyList<Launch>)_launches[objective]);
    }

    public LaunchRule RuleOf(Objective objective) => Rest.RuleOf(objective);

    public Target.Limit LimitOf(Objective objective) => Limit ?? new Target.Limit(objective.Bound.Value);

    public Judgement Complete(Judgement judgement, IReadOnlyList<Launch> launches) => Rest.Complete(judgement, launches);

    protected abstract Launch Launch(Objective objective);

    protected virtual void Begin(IReadOnlyCollection<Objective> undecided)
    {
    }
}
