using NUnit.Framework.Internal;
using Perf.Builds;
using Perf.Execution;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Objectives;
using Perf.Statistics;
using Perf.Workers;

namespace Perf.Duets;

/// <summary>Judges regressions of a test beside the other commit's build.</summary>
/// <param name="session">Who watches.</param>
/// <param name="build">The other commit's build.</param>
/// <param name="context">The test.</param>
/// <param name="measurement">Measures it.</param>
/// <param name="budgetSeconds">Seconds that the verdicts may take.</param>
internal sealed class BesideBaseBuild(
    Session session, BaseBuild build, TestExecutionContext context, TestMeasurement measurement, double budgetSeconds)
{
    private DuetSource? _source;

    /// <summary>Why the builds could not be compared; the other promises of the test are kept all the same.</summary>
    public DuetException? Failure { get; private set; }

    /// <summary>What each process measured.</summary>
    public IReadOnlyList<DuetSamples> Duets => _source?.Taken ?? [];

    /// <summary>A judgement of each; none where a build failed.</summary>
    public IReadOnlyList<Judgement> Judge(IReadOnlyList<Objective> regressions)
    {
        if (regressions.Count == 0)
        {
            return [];
        }

        if (build.IsIdentical)
        {
            return [.. regressions.Select(objective => new Judgement(objective, Verdict.Pass) { Reason = $"identical code: {build.Name} has the same files" })];
        }

        try
        {
            _source = new DuetSource(
                context.CurrentTest,
                () => measurement.MeasureBeside(build, budgetSeconds, session.Progress),
                build,
                session);
            AgainstBaseBuild against = new(_source, build.Place, build.IsApart ? LaunchRule.LuckOfTwoProcesses : LaunchRule.LuckOfDuet);
            IReadOnlyList<Objective> added = against.NewToBase(regressions);
            Objective[] known = [.. regressions.Except(added)];
            Objective[] noisy = [.. known.Where(objective => objective.Metric.IsNoisy)];
            return
            [
                .. added.Select(objective => New(objective, $"the base build records no {objective.Metric.Name} in this test")),
                .. new Judge(SystemClock.Instance, budgetSeconds).Decide(noisy, against),
                .. known.Except(noisy).Select(against.Exact),
            ];
        }
        catch (NewToBaseException e)
        {
            return [.. regressions.Select(objective => New(objective, e.Message))];
        }
        catch (DuetException e)
        {
            Failure = e;
        }
        catch (Exception e) when (e is WorkerException or MeasurementException)
        {
            Failure = new DuetException(e.Message, e);
        }

        return [];
    }

    private static Judgement New(Objective objective, string reason) =>
        new(objective, Verdict.NotComparable) { Reason = reason, IsExempt = true };
}
