using MathNet.Numerics.Statistics;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Objectives;
using Perf.Statistics;
using Perf.Thresholds;

namespace Perf.Judging;

/// <summary>Launches of a duet: the build under test beside another commit's, in the same second.</summary>
/// <param name="source">Where duets come from.</param>
/// <param name="place">The base build and where it ran, as a message should name it: <c>base build 4f3c2a1, run beside this one</c>.</param>
/// <param name="luck">The assumed luck of a launch.</param>
public sealed class AgainstBaseBuild(IDuetSource source, string place, double luck) : IComparison
{
    private readonly List<DuetSamples> _duets = [];

    private bool _isFirstAhead;

    // A throttled device does the one build's work at another clock than the other's.
    private IEnumerable<DuetSamples> Usable => _duets.Where(duet => DeviceGuard.Objection(duet.Device) is null);

    /// <summary>Whether time is wall time: one clock for all launches, and wall as soon as one of them needs it.</summary>
    public bool IsInWall => _duets.Any(duet => duet.NeedsWall);

    /// <summary>The objectives whose instrument the base build does not have; a first duet tells.</summary>
    public IReadOnlyList<Objective> NewToBase(IReadOnlyList<Objective> objectives)
    {
        Objective[] told = [.. objectives.Where(objective => objective.Reading is Reading.OfInstrument)];
        if (told.Length > 0 && _duets.Count == 0)
        {
            _duets.Add(source.Next());
            _isFirstAhead = true;
        }

        return [.. told.Where(objective => DuetValues.IsNewToBase(objective.Reading, _duets[0]))];
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<Objective, IReadOnlyList<Launch>> Next(IReadOnlyCollection<Objective> undecided)
    {
        if (!_isFirstAhead)
        {
            _duets.Add(source.Next());
        }

        _isFirstAhead = false;
        return undecided.ToDictionary(objective => objective, Launches);
    }

    /// <inheritdoc />
    public LaunchRule RuleOf(Objective objective) =>
        new(objective.Bound.Value / 100, objective.TolerancePercent / 100, luck, objective.Metric.Better);

    /// <inheritdoc />
    public Target.Limit LimitOf(Objective objective) =>
        Limit(objective, (Usable.Any() ? Usable : _duets).Average(duet => DuetValues.Of(objective.Reading, duet, IsInWall).Base.Where(double.IsFinite).Median()));

    /// <inheritdoc />
    public Judgement Complete(Judgement judgement, IReadOnlyList<Launch> launches)
    {
        judgement = judgement with { Device = DeviceReport.Of(_duets.Select(duet => duet.Device)) };
        string throttled = DeviceGuard.Objections(_duets.Select(duet => duet.Device));
        DuetSamples[] seen = [.. Usable.Take(launches.Count)];
        if (seen.Length == 0)
        {
            return judgement with { Reason = $"{throttled}{judgement.Reason}" };
        }

        Judgement complete = judgement with
        {
            Samples = seen.Sum(duet => (long)duet.Pairs),
            Clock = IsInWall ? "wall time" : "CPU time",
            SetAside = seen.Average(duet => DuetEstimate.SetAside(judgement.Objective.Reading, duet, IsInWall)),
            Spread = DuetSpread.Of(judgement.Objective.Reading, seen, IsInWall),
            Stages = judgement.Verdict == Verdict.Regressed ? StageShift.Among(seen, IsInWall) : [],
        };
        return judgement.Verdict == Verdict.Inconclusive ? complete with { Reason = throttled + WhyUndecided(complete) } : complete;
    }

    /// <summary>What is the same in every run is compared once.</summary>
    /// <param name="objective">An objective that is not noisy.</param>
    /// <exception cref="MeasurementException">There was no duet yet, or what it needs was not recorded.</exception>
    public Judgement Exact(Objective objective)
    {
        if (_duets.Count == 0)
        {
            _duets.Add(source.Next());
        }

        return ExactJudge.Tell(
            objective, Limit(objective, ExactJudge.Value(objective.Reading, _duets[0].Base.Samples)), _duets[0].Head.Samples);
    }

    private IReadOnlyList<Launch> Launches(Objective objective) =>
        [.. Usable.Select(duet => new Launch(DuetEstimate.Of(objective.Reading, objective.Metric.Better, duet, IsInWall)))];

    private Target.Limit Limit(Objective objective, double value)
    {
        double percent = objective.Bound.Value;
        double factor = objective.Metric.Better == Direction.LowerIsBetter ? 1 + (percent / 100) : 1 - (percent / 100);
        return new Target.Limit(value * factor, new BaselineEvidence(value, place, percent));
    }

    private static string WhyUndecided(Judgement judgement) =>
        FormattableString.Invariant($"too close to the allowed change to tell {judgement.Reason} ")
        + FormattableString.Invariant($"(ratio {judgement.Ratio:0.000}, 99 % bounds {judgement.RatioBounds!.Value.Lower:0.000} … {judgement.RatioBounds.Value.Upper:0.000}; ")
        + FormattableString.Invariant($"this run tells a change of {judgement.SmallestDetectablePercent:0.0} %): ")
        + "run again, raise PERF_BUDGET, or widen the limit";
}
