using Perf.Builds;
using Perf.Duets;

namespace Perf.Controlled;

/// <summary>A test of one build, set up anew as often as wanted on the caller's thread.</summary>
/// <param name="arm">The test.</param>
/// <param name="entered">Told before the body is about to run.</param>
internal sealed class ControlledBody(Arm arm, Action entered) : IControlledBody
{
    /// <summary>Runs the set-up fixtures around a measurement.</summary>
    public void RunWithin(Action measure) => Run(arm.RunWhole, _ => measure());

    /// <inheritdoc />
    public void Stand(Action<DuetBody> use)
    {
        GC.Collect();
        Run(arm.RunFixture, reached =>
        {
            use(reached.Body(_ => entered()));
            reached.ThrowIfFailed();
        });
    }

    // NUnit makes a result of what is thrown in the place of a body: what happened first is told instead.
    private void Run(Action<Action<Reached>> run, Action<Reached> use)
    {
        Exception? failure = null;
        try
        {
            entered();
            run(reached =>
            {
                try
                {
                    use(reached);
                }
                catch (Exception e)
                {
                    failure ??= e;
                }
            });
        }
        catch (Exception e)
        {
            failure ??= e;
        }

        if (failure is not null)
        {
            throw failure is DuetException or NewToBaseException or OperationCanceledException or Measurement.MeasurementException
                ? failure
                : new DuetException($"measuring beside a control failed: {failure.Message}", failure) { BodyTrace = failure.StackTrace };
        }
    }
}
