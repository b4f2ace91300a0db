using Perf.Baselines;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Judging;

/// <summary>The test whose baseline is looked for.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Version"><c>[PerfVersion]</c>; 1 without one.</param>
/// <param name="Data">Content hash of the data that it names; null without any.</param>
public sealed record TestIdentity(string Name, int Version = 1, string? Data = null);

/// <summary>Finds what an objective is held against: its own limit, or one made from the baseline file.</summary>
/// <param name="Path">The baseline file as a message should name it; null when none was looked for.</param>
/// <param name="Baseline">The file; null when there is none.</param>
/// <param name="Here">The machine that this run is on.</param>
public sealed record Targets(string? Path, BaselineFile? Baseline, Fingerprint Here)
{
    /// <summary>The limit of an objective in this run, or why there is none.</summary>
    public Target Of(Objective objective, TestIdentity test)
    {
        if (objective.Bound.Kind != BoundKind.RegressionPercent)
        {
            return new Target.Limit(objective.Bound.Value);
        }

        if (Baseline is null)
        {
            return new Target.Nothing(
                $"no baseline: {(Path is null ? "there is no baselines folder" : $"{Path} does not exist")}; "
                    + "record one with PERF_RECORD=true, or accept the candidate of this run",
                IsExempt: false);
        }

        return Baseline.IsOriginalShape ? FromOriginal(objective, Baseline) : FromSeries(objective, test, Baseline);
    }

    private Target FromOriginal(Objective objective, BaselineFile file) => objective.Reading is Reading.BodyTime
        ? Limit(objective, file.OriginalTotalSeconds!.Value, $"{Path}, one number without machine or spread: a recorded baseline judges more sharply")
        : new Target.Nothing($"{Path} holds a validation time only; record a baseline with PERF_RECORD=true", IsExempt: false);

    private Target FromSeries(Objective objective, TestIdentity test, BaselineFile file)
    {
        if (file.Find(test.Name, objective.Metric.Name) is not { } series)
        {
            return new Target.Nothing($"{Path} has no {objective.Metric.Name} of this test: it is new, or was renamed", IsExempt: true);
        }

        if (series.Version != test.Version || series.Data != test.Data)
        {
            string what = series.Version != test.Version ? $"version {series.Version}, here {test.Version}" : "other data";
            return new Target.Nothing($"the baseline in {Path} is of {what}: old numbers do not count; record anew", IsExempt: true);
        }

        if (series.Unit != objective.Metric.Unit)
        {
            return new Target.Nothing(
                $"the {objective.Metric.Name} in {Path} is in {series.Unit}, here in {objective.Metric.Unit}: record it anew with PERF_RECORD=true",
                IsExempt: false);
        }

        // What is exact is the same on any machine.
        IReadOnlyList<FingerprintDifference> differences =
            objective.Metric.IsNoisy && file.Machine is { } machine ? Here.RequiredDifferences(machine) : [];
        if (differences.Count > 0)
        {
            return new Target.Nothing(
                $"{Path} is of another kind of machine ({string.Join("; ", differences)}): record one here with PERF_RECORD=true and PERF_BASELINE",
                IsExempt: false);
        }

        string commit = series.Commit is null ? "" : $", {series.Commit}";
        int moved = series.Launches.Count(launch => launch.Moved is true);
        int own = series.Launches.Count - moved;
        string launches = $"{own} {(own == 1 ? "launch" : "launches")}{(moved > 0 ? $", spread of {moved} from before it was accepted" : "")}";
        string alone = objective.Metric.IsNoisy && !series.IsControlled
            ? ", recorded without a control: a number alone, which PERF_RECORD=true makes sharper"
            : "";
        string source = FormattableString.Invariant($"{Path}{commit}, {series.RecordedAt:yyyy-MM-dd}, same machine kind, {launches}{alone}");
        Target.Limit limit = Limit(objective, series.Accepted, source);
        return limit with
        {
            Series = objective.Metric.IsNoisy && series.IsControlled ? series : null,
            Baseline = limit.Baseline! with { Quantiles = series.Quantiles() },
        };
    }

    private static Target.Limit Limit(Objective objective, double accepted, string source)
    {
        double percent = objective.Bound.Value;
        double factor = objective.Metric.Better == Direction.LowerIsBetter ? 1 + (percent / 100) : 1 - (percent / 100);
        return new Target.Limit(accepted * factor, new BaselineEvidence(accepted, source, percent));
    }
}
