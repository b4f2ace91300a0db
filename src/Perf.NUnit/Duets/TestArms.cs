using Perf.Builds;

namespace Perf.Duets;

/// <summary>The two builds of one test as arms of a duet: one's run stands inside the other's, on one thread.</summary>
/// <param name="baseArm">The other commit's build.</param>
/// <param name="headArm">The build under test.</param>
/// <param name="entered">Told whose body is about to run.</param>
internal sealed class TestArms(Arm baseArm, Arm headArm, Action<string> entered) : IDuetBodies
{
    /// <summary>Runs the set-up fixtures of both builds around a measurement.</summary>
    public void RunWithin(bool isBaseFirst, Action measure) =>
        Both(isBaseFirst, (arm, body) => arm.RunWhole(body), (_, _) => measure());

    /// <inheritdoc />
    public void Stand(bool isBaseFirst, Action<DuetBody, DuetBody> use)
    {
        GC.Collect();
        Both(isBaseFirst, (arm, body) => arm.RunFixture(body), (ofBase, ofHead) =>
        {
            use(ofBase.Body(entered), ofHead.Body(entered));
            ofBase.ThrowIfFailed();
            ofHead.ThrowIfFailed();
        });
    }

    private void Both(bool isBaseFirst, Action<Arm, Action<Reached>> run, Action<Reached, Reached> use)
    {
        (Arm first, Arm second) = isBaseFirst ? (baseArm, headArm) : (headArm, baseArm);
        Exception? failure = null;

        // What happened first is told: a body that failed makes its run fail too.
        Keep(() =>
        {
            entered(first.Name);
            run(first, outer => Keep(() =>
            {
                entered(second.Name);
                run(second, inner => Keep(() => use(isBaseFirst ? outer : inner, isBaseFirst ? inner : outer)));
            }));
        });
        if (failure is not null)
        {
            throw failure is DuetException or NewToBaseException or OperationCanceledException or Measurement.MeasurementException
                ? failure
                : new DuetException($"the duet failed: {failure.Message}", failure) { BodyTrace = failure.StackTrace };
        }

        // One build's failure must not become the result of the other's run.
        void Keep(Action action)
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                failure ??= e;
            }
        }
    }
}
