using Perf.Baselines;
using Perf.Builds;
using Perf.Controlled;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Objectives;

namespace Perf.Execution;

/// <summary>What a baseline file would hold of a test by the launches of this run, for whoever accepts them.</summary>
internal sealed class AcceptableSeries(Session session, TestMeasurement measurement, TestIdentity identity)
{
    /// <summary>The series of what was compared with a baseline.</summary>
    /// <param name="objectives">All that the launches sampled: beside a control all regressions, otherwise those of a plain limit.</param>
    /// <param name="controlled">The launches beside a control; none where the file has none.</param>
    /// <param name="plain">The launches without one.</param>
    public IEnumerable<BaselineSeries> Of(
        IReadOnlyList<Objective> objectives, IReadOnlyList<ControlledSamples> controlled, IReadOnlyList<LaunchSamples> plain)
    {
        // What a throttled device, or another one, took is nobody's baseline.
        ControlledSamples[] beside = [.. controlled.Where(launch => DeviceGuard.Objection(launch.Device) is null)];
        LaunchSamples[] alone = [.. plain.Where(launch => DeviceGuard.Objection(launch.Device) is null)];
        bool isOfRun = session.DeviceMismatch is null;
        return beside.Length + alone.Length == 0
            ? []
            : objectives.Where(objective => objective.Bound.Kind == BoundKind.RegressionPercent && (isOfRun || !objective.Metric.IsNoisy))
                .Select(objective => Series(objective, beside, alone))
                .OfType<BaselineSeries>();
    }

    /// <summary>
    /// What could become the baseline of objectives that have none: one launch beside a control; of a fixture that cannot stand twice in a
    /// process, a plain one.
    /// </summary>
    public IReadOnlyList<BaselineSeries> WithoutBaseline(IReadOnlyList<Objective> objectives)
    {
        if (objectives.Count == 0)
        {
            return [];
        }

        try
        {
            ControlledSamples launch = measurement.MeasureBesideControl(control: null, session.BudgetSeconds, _ => false);
            return DeviceGuard.Objection(launch.Device) is null ? [.. objectives.Select(objective => session.SeriesOf(objective, identity, [launch]))] : [];
        }
        catch (Exception e) when (e is DuetException or NewToBaseException or MeasurementException)
        {
            measurement.Sampled = objectives;
            LaunchSamples launch = measurement.Measure();
            return DeviceGuard.Objection(launch.Device) is null ? [.. objectives.Select(objective => session.SeriesOf(objective, identity, [launch]))] : [];
        }
    }

    private BaselineSeries? Series(Objective objective, IReadOnlyList<ControlledSamples> controlled, IReadOnlyList<LaunchSamples> plain)
    {
        try
        {
            return controlled.Count > 0 ? session.SeriesOf(objective, identity, controlled) : session.SeriesOf(objective, identity, plain);
        }
        catch (MeasurementException)
        {
            // What has no ratio was said in its judgement: there is nothing to accept.
            return null;
        }
    }
}
