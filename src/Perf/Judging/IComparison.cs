using Perf.Measurement;
using Perf.Objectives;
using Perf.Statistics;

namespace Perf.Judging;

/// <summary>What noisy objectives are held against: estimates of one fresh process after another, and what they mean.</summary>
public interface IComparison
{
    /// <summary>Makes one more launch.</summary>
    /// <param name="undecided">The objectives that still need it.</param>
    /// <returns>
    /// All launches so far of each of them that can be compared, maybe none: a later one may cast another light on the earlier ones.
    /// </returns>
    IReadOnlyDictionary<Objective, IReadOnlyList<Launch>> Next(IReadOnlyCollection<Objective> undecided);

    /// <summary>The rule that decides over the launches of an objective.</summary>
    LaunchRule RuleOf(Objective objective);

    /// <summary>The recorded launches that the rule compares with; null where estimates are relative to the reference itself.</summary>
    BaselineLaunches? ReferenceOf(Objective objective) => null;

    /// <summary>The limit in the unit of the metric; known once there was a launch.</summary>
    Target.Limit LimitOf(Objective objective);

    /// <summary>Adds what only the comparison knows, and to an undecided judgement the reason.</summary>
    /// <param name="judgement">The judgement so far; an Inconclusive has as its reason why no other launch was made.</param>
    /// <param name="launches">The launches behind it.</param>
    Judgement Complete(Judgement judgement, IReadOnlyList<Launch> launches);
}
