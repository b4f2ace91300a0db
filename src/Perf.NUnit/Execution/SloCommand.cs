using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using Perf.Builds;
using Perf.Duets;
using Perf.Files;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Runs;
using Perf.Workers;

namespace Perf.Execution;

/// <summary>Runs a test as NUnit would, then keeps its promises: measures, judges, and says so in the test's result.</summary>
internal sealed class SloCommand(TestCommand inner) : DelegatingTestCommand(inner)
{
    /// <inheritdoc />
    public override TestResult Execute(TestExecutionContext context)
    {
        // The load context of the test's assembly says who this is: a build in a duet hands its body over, the test host judges.
        if (BuildContext.Of(context.CurrentTest.TypeInfo!.Assembly) is { OnReached: { } onReached, Name: { } build })
        {
            onReached(new Reached(build, context, innerCommand));

            // The other build ran meanwhile: TearDown is to find its own surroundings again.
            context.EstablishExecutionEnvironment();
            return context.CurrentResult;
        }

        try
        {
            Session session = Session.Of(context.CurrentTest.TypeInfo!.Assembly);
            TestMeasurement measurement = new(context, innerCommand, new ObjectiveBuilder(session.Thresholds, session.Environment));
            if (!measurement.RunOnce())
            {
                return context.CurrentResult;
            }

            if (WorkerSession.Current is { } worker)
            {
                Measure(worker, session, measurement);
                return context.CurrentResult;
            }

            Promised promised = new(session, context, measurement);
            if (session.Recorder is { } recorder)
            {
                promised.Record(recorder);
            }
            else
            {
                promised.Judge();
            }
        }
        catch (BodyFailedException)
        {
            // The result of the failed iteration stands.
        }
        catch (Exception e) when (e is MeasurementException or DeviceException or PerfFileException or WorkerException or DuetException or NewToBaseException)
        {
            context.CurrentResult.SetResult(ResultState.Error, e.Message, e.InnerException?.StackTrace);
            if (WorkerSession.Current is null && Session.Started(context.CurrentTest.TypeInfo!.Assembly) is { } session)
            {
                TestRecord record = new(TestNames.Of(context.CurrentTest, session), [], [], e.Message);
                session.Run.Add(record);
                new TestEvidence(session).Add(context, record);
            }
        }

        return context.CurrentResult;
    }

    private static void Measure(WorkerSession worker, Session session, TestMeasurement measurement)
    {
        switch (worker.Task)
        {
            case WorkerTask.Samples:
                worker.Samples = measurement.Measure();
                break;
            case WorkerTask.Controlled or WorkerTask.Record:
                worker.Controlled = measurement.MeasureBesideControl(worker.Control, session.BudgetSeconds, _ => false);
                break;
            default:
                BaseBuild build = session.BaseBuild
                    ?? (worker.BaseFolder is { } folder ? BaseBuild.Find(folder, session.Layout, isAlwaysMeasured: true) : null)
                    ?? throw new MeasurementException("a launch beside a base build was asked for, and nobody named one");
                worker.Duet = measurement.MeasureBeside(build, session.BudgetSeconds, session.Progress);
                break;
        }
    }
}
