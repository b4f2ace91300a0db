using System.Reflection;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using Perf.Builds;
using Perf.Controlled;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Controls;
using Perf.Measurement.Meters;
using Perf.Measurement.Probes;
using Perf.Objectives;
using Perf.Runs;

namespace Perf.Execution;

/// <summary>
/// Measures one test in this process: the body runs once as NUnit would have it and must pass; what it published says which
/// instruments there are; then it is sampled. Used alike by the test host and by a worker.
/// </summary>
internal sealed class TestMeasurement(TestExecutionContext context, TestCommand command, ObjectiveBuilder builder)
{
    /// <summary>The objectives of the test, known once the body has run.</summary>
    public IReadOnlyList<Objective> Objectives { get; private set; } = [];

    /// <summary>Those that <see cref="Measure"/> serves: all, but for what was decided beside another build.</summary>
    public IReadOnlyList<Objective> Sampled { get; set; } = [];

    private IReadOnlyList<SeenInstrument> _seen = [];
    private double _firstRunSeconds;

    /// <summary>Runs the body once; its own failure is the test's result and is left as it is.</summary>
    /// <returns>Whether it passed, so that it may be measured.</returns>
    /// <exception cref="MeasurementException">The attributes cannot be kept.</exception>
    public bool RunOnce()
    {
        IClock clock = SystemClock.Instance;
        using (InstrumentCatalog catalog = InstrumentCatalog.Start(InstrumentOrigins.IsOfHost))
        {
            long start = clock.Timestamp();
            context.CurrentResult = command.Execute(context);
            _firstRunSeconds = clock.Seconds(start, clock.Timestamp());
            _seen = catalog.Complete();
        }

        if (context.CurrentResult.ResultState.Status != TestStatus.Passed)
        {
            return false;
        }

        Objectives = builder.Build(Method, new InstrumentChoice(_seen));
        Sampled = Objectives;
        return true;
    }

    /// <summary>Samples the body.</summary>
    /// <exception cref="OperationCanceledException">The test was cancelled, or the run stopped.</exception>
    public LaunchSamples Measure()
    {
        Reading[] readings = [.. Sampled.Select(objective => objective.Reading)];
        using HitCounter? hits = readings.OfType<Reading.HitRate>().FirstOrDefault() is { } rate
            ? Hits(rate, new InstrumentChoice(_seen))
            : null;
        SamplingPlan plan = Plan(Sampled) with
        {
            HasTail = readings.OfType<Reading.TailRatio>().Any(),
            Memory = readings.OfType<Reading.ProcessMemory>().Any(),
            DeviceMemory = readings.OfType<Reading.DeviceMemory>().Any(),
            Hits = hits,
        };

        // Warnings and output of a thousand iterations are not the test's: they go to a result of their own.
        TestResult first = context.CurrentResult;
        context.CurrentResult = context.CurrentTest.MakeTestResult();
        try
        {
            LaunchSamples samples = new Sampler(MachineProbes.OfThisMachine)
                .Measure(InjectedBody.Of(context.CurrentTest.FullName, TestBody.Of(context, command)), plan, _firstRunSeconds, ThrowIfStopped, InstrumentOrigins.IsOfHost);
            if (context.CurrentResult.ResultState.Status == TestStatus.Failed)
            {
                first = context.CurrentResult;
                throw new BodyFailedException();
            }

            return samples;
        }
        finally
        {
            context.CurrentResult = first;
        }
    }

    /// <summary>
    /// Samples the body of this build and that of the base build, by turns: in this process, or in a pair of workers where it cannot
    /// hold both.
    /// </summary>
    /// <param name="build">The base build.</param>
    /// <param name="budgetSeconds">The budget of the test.</param>
    /// <param name="progress">Told after each round.</param>
    /// <exception cref="DuetException">A build failed, or the two cannot be compared.</exception>
    /// <exception cref="NewToBaseException">The base build has nothing to compare with.</exception>
    /// <exception cref="MeasurementException">A launch does not fit the budget.</exception>
    public DuetSamples MeasureBeside(BaseBuild build, double budgetSeconds, ProgressFile progress)
    {
        Objective[] regressions = [.. Regressions];
        SamplingPlan plan = PlanOfRegressions();
        Objective[] noisy = [.. regressions.Where(objective => objective.Metric.IsNoisy)];
        Test test = (Test)context.CurrentTest;
        return build.IsApart
            ? new WorkerDuet(test, build.Folder, plan, WorstError)
                .Measure(_firstRunSeconds, budgetSeconds, ThrowIfStopped, context.CancellationToken)
            : new DuetMeasurement(test, build.Folder, plan, WorstError).Measure(_firstRunSeconds, budgetSeconds, ThrowIfStopped);

        double WorstError(DuetSamples samples)
        {
            Estimate[] estimates = [.. noisy.Where(objective => !DuetValues.IsNewToBase(objective.Reading, samples)).Select(objective =>
                DuetEstimate.Of(objective.Reading, objective.Metric.Better, samples, samples.NeedsWall))];
            if (estimates.Length == 0)
            {
                return 0;
            }

            Estimate worst = estimates.MaxBy(estimate => estimate.StandardError);
            progress.Tell(new ProgressEvent(
                context.CurrentTest.FullName, Pairs: samples.Pairs, Ratio: Math.Exp(estimates[0].Value), StandardError: worst.StandardError));
            return worst.StandardError;
        }
    }

    /// <summary>Samples the body between runs of a control, in this process.</summary>
    /// <param name="control">The control that the baseline was recorded beside; null to try all and choose.</param>
    /// <param name="budgetSeconds">The budget of the test.</param>
    /// <param name="isEnough">Whether the samples so far are.</param>
    /// <exception cref="DuetException">The body or its fixture failed, or did not return.</exception>
    /// <exception cref="MeasurementException">There is no such control.</exception>
    public ControlledSamples MeasureBesideControl(ControlName? control, double budgetSeconds, Func<ControlledSamples, bool> isEnough)
    {
        // What is exact needs no control, and a few samples.
        bool isNoisy = Regressions.Any(objective => objective.Metric.IsNoisy);
        return new ControlledMeasurement(
                (Test)context.CurrentTest,
                PlanOfRegressions(),
                control ?? (isNoisy ? null : new ControlName(nameof(Mixed), new Mixed().Version)),
                samples => !isNoisy || isEnough(samples))
            .Measure(_firstRunSeconds, budgetSeconds, ThrowIfStopped);
    }

    /// <summary>What is compared with a baseline, as far as this machine has what it is measured on.</summary>
    public IEnumerable<Objective> Regressions => Objectives
        .Where(objective => objective.Bound.Kind == BoundKind.RegressionPercent && MissingHardware.Reason(objective) is null);

    // The stages of the body too: a failure says where.
    private SamplingPlan PlanOfRegressions()
    {
        SamplingPlan plan = Plan([.. Regressions]);
        return plan with
        {
            Instruments = [.. plan.Instruments.Concat(new InstrumentChoice(_seen).Durations()).DistinctBy(instrument => instrument.Selector.ToString())],
        };
    }

    private SamplingPlan Plan(IReadOnlyList<Objective> objectives)
    {
        InstrumentChoice choice = new(_seen);
        return new SamplingPlan
        {
            Instruments = [.. objectives.Select(objective => objective.Reading).OfType<Reading.OfInstrument>()
                .Where(reading => reading is not Reading.HitRate)
                .Select(choice.For)
                .DistinctBy(instrument => instrument.Selector.ToString())],
            IsNoisy = objectives.Any(objective => objective.Metric.IsNoisy),
            DeviceTime = objectives.Any(objective => objective.Reading is Reading.DeviceTime),
            Allocations = objectives.Any(objective => objective.Reading is Reading.Allocations),
        };
    }

    private MethodInfo Method => context.CurrentTest.Method!.MethodInfo;

    private static HitCounter Hits(Reading.HitRate rate, InstrumentChoice choice)
    {
        SelectedInstrument lookups = choice.For(rate);
        SeenInstrument? batches = choice.BatchesOf(lookups.Selector.Name);
        long alreadySeen = batches?.Recordings ?? 1;
        return new HitCounter(
            lookups.Selector,
            (int)Math.Max(0, rate.WarmupBatches - alreadySeen),
            batches is null ? null : new InstrumentSelector(batches.Name, new Dictionary<string, string>()));
    }

    private void ThrowIfStopped()
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (context.ExecutionStatus != TestExecutionStatus.Running)
        {
            throw new OperationCanceledException("the test run was stopped while the body was measured");
        }
    }
}
