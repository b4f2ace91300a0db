using MathNet.Numerics.Statistics;
using Perf.Baselines;
using Perf.Controlled;
using Perf.Measurement;
using Perf.Measurement.Controls;
using Perf.Measurement.Devices;
using Perf.Objectives;
using Perf.Statistics;

namespace Perf.Judging;

/// <summary>Launches against a baseline file: the body between runs of a control, set against what was recorded beside the same control.</summary>
/// <param name="source">Where launches come from.</param>
/// <param name="limitOf">The limit of an objective, made from a series with a control.</param>
public sealed class AgainstFile(IControlledSource source, Func<Objective, Target.Limit> limitOf) : IComparison
{
    // Where processes differ by more than this no file can tell luck from change.
    private const double MostLuckForRed = 0.04;

    // More than this share of disturbed calls is worth a word.
    private const double Busy = 0.3;

    private readonly List<ControlledSamples> _taken = [];

    /// <inheritdoc />
    public IReadOnlyDictionary<Objective, IReadOnlyList<Launch>> Next(IReadOnlyCollection<Objective> undecided)
    {
        _taken.Add(source.Next(samples => undecided.All(objective => IsKept(objective, [.. _taken, samples]))));
        return undecided.ToDictionary(objective => objective, objective => Launches(objective, _taken));
    }

    /// <inheritdoc />
    public LaunchRule RuleOf(Objective objective) =>
        new(objective.Bound.Value / 100, objective.TolerancePercent / 100, LaunchRule.LuckOfFile, objective.Metric.Better);

    /// <inheritdoc />
    public BaselineLaunches? ReferenceOf(Objective objective) => ControlledSeries.LaunchesOf(SeriesOf(objective), IsInWall(objective, _taken));

    /// <inheritdoc />
    public Target.Limit LimitOf(Objective objective) => limitOf(objective);

    /// <inheritdoc />
    public Judgement Complete(Judgement judgement, IReadOnlyList<Launch> launches)
    {
        Objective objective = judgement.Objective;
        bool inWall = IsInWall(objective, _taken);
        ControlledEstimate[] estimates = [.. _taken.Select(samples => EstimateOf(objective, samples, inWall))];
        Judgement complete = judgement with
        {
            Launches = _taken.Count,
            Samples = estimates.Sum(estimate => (long)estimate.Calls),
            Clock = inWall || ControlledValues.IsAlwaysInWall(objective.Reading) ? "wall time" : "CPU time",
            SetAside = estimates.Average(estimate => estimate.SetAside),
            Control = EvidenceOf(judgement, launches.Count, estimates, inWall),
            Device = DeviceReport.Of(_taken.Select(samples => samples.Device)),
        };
        if (complete.Verdict == Verdict.Regressed)
        {
            complete = complete with { Stages = StagesAgainstFile.Among(SeriesOf(objective), _taken) };
        }

        return complete.Verdict switch
        {
            Verdict.Regressed when WhyNotRed(complete) is { } why => complete with
            {
                Verdict = Verdict.Inconclusive,
                IsSuspected = true,
                Reason = $"suspected regression ({RatioInWords(complete)}): {why}; a file cannot decide that, {WayOut(objective)}",
            },
            Verdict.Inconclusive => complete with { Reason = WhyUndecided(complete, launches.Count) },
            _ => complete,
        };
    }

    private bool IsKept(Objective objective, IReadOnlyList<ControlledSamples> taken)
    {
        IReadOnlyList<Launch> launches = Launches(objective, taken);
        return launches.Count > 0
            && RuleOf(objective).Decide(launches, ControlledSeries.LaunchesOf(SeriesOf(objective), IsInWall(objective, taken))).Outcome == Outcome.Kept;
    }

    // Only those that can be compared with the recorded ones.
    private IReadOnlyList<Launch> Launches(Objective objective, IReadOnlyList<ControlledSamples> taken)
    {
        bool inWall = IsInWall(objective, taken);
        return
        [
            .. taken.Where(samples => FileGuard.Objection(SeriesOf(objective), samples, inWall) is null)
                .Select(samples => new Launch(EstimateOf(objective, samples, inWall).Estimate)),
        ];
    }

    private ControlledEstimate EstimateOf(Objective objective, ControlledSamples samples, bool inWall) => ControlledEstimate.Of(
        objective.Reading, objective.Metric.Better, samples, inWall, SeriesOf(objective).Control!.In(inWall).SentinelFloorSeconds);

    // One clock for all launches, the recorded ones too: wall as soon as one of them needs it.
    private bool IsInWall(Objective objective, IReadOnlyList<ControlledSamples> taken) =>
        ControlledSeries.NeedsWall(SeriesOf(objective)) || taken.Any(samples => samples.NeedsWall);

    private BaselineSeries SeriesOf(Objective objective) => limitOf(objective).Series
        ?? throw new ArgumentException($"The limit of {objective.Metric.Name} was made from no series.", nameof(objective));

    private ControlEvidence EvidenceOf(Judgement judgement, int usable, ControlledEstimate[] estimates, bool inWall)
    {
        BaselineSeries series = SeriesOf(judgement.Objective);
        return new ControlEvidence(
            series.Control!.Name,
            _taken.Select(samples => FileGuard.ControlRatio(series, samples, inWall)).Median(),
            _taken.Select(samples => FileGuard.SentinelRatio(series, samples, inWall)).Median(),
            1 - (estimates.Sum(estimate => estimate.QuietCalls) / (double)estimates.Sum(estimate => estimate.Calls)),
            judgement.Decision?.Luck,
            _taken.Count - usable);
    }

    private string? WhyNotRed(Judgement judgement)
    {
        if (_taken.Any(samples => samples.HasHelpers))
        {
            return "the body uses several threads, and what disturbs the others is not seen";
        }

        if (_taken.Any(samples => samples.UsesDevice) && BuiltInControls.Names.Contains(judgement.Control!.Control))
        {
            return $"the body works on a device, and the control {judgement.Control.Control} does not: name one that does by [PerfControl] and record anew";
        }

        if (judgement.Control!.Control == BuiltInControls.OfBandwidth)
        {
            return "the body lives on memory bandwidth, which neighbours share";
        }

        return judgement.Decision!.Value.Luck > MostLuckForRed
            ? FormattableString.Invariant($"processes of this test differ by {judgement.Decision.Value.Luck * 100:0.0} % among themselves")
            : null;
    }

    private string WhyUndecided(Judgement judgement, int usable)
    {
        ControlEvidence control = judgement.Control!;
        string busy = control.Disturbed > Busy
            ? FormattableString.Invariant($"the machine was busy: {control.Disturbed * 100:0} % of the calls were disturbed; ")
            : "";
        if (usable == 0)
        {
            return $"{FirstObjection(judgement.Objective)}; {busy}{WayOut(judgement.Objective)}";
        }

        string unusable = control.NotComparable == 0
            ? ""
            : $"{control.NotComparable} of {_taken.Count} launches could not be compared with the recorded ones: {FirstObjection(judgement.Objective)}; ";
        return $"{unusable}{busy}too close to the allowed change to tell {judgement.Reason} ({RatioInWords(judgement)}; "
            + FormattableString.Invariant($"this run tells a change of {judgement.SmallestDetectablePercent:0.0} %): {WayOut(judgement.Objective)}");
    }

    private string FirstObjection(Objective objective)
    {
        bool inWall = IsInWall(objective, _taken);
        return _taken.Select(samples => FileGuard.Objection(SeriesOf(objective), samples, inWall)).OfType<string>().First();
    }

    private static string RatioInWords(Judgement judgement) => FormattableString.Invariant(
        $"ratio {judgement.Ratio:0.000}, 99 % bounds {judgement.RatioBounds!.Value.Lower:0.000} … {judgement.RatioBounds.Value.Upper:0.000}");

    private string WayOut(Objective objective) => SeriesOf(objective).Commit is { } commit
        ? $"run again, or let a duet decide: dotnet perf duet --base {commit}"
        : "run again, or let a duet decide by giving a base build (PERF_BASE_BUILD)";
}
