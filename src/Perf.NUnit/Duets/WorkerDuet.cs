using NUnit.Framework.Internal;
using Perf.Builds;
using Perf.Measurement;
using Perf.Workers;

namespace Perf.Duets;

/// <summary>One launch of a duet of builds that one process cannot hold: a pair of workers, whose bodies take turns.</summary>
/// <param name="test">The test as the test host has it.</param>
/// <param name="baseFolder">The folder of the base build.</param>
/// <param name="plan">What to sample.</param>
/// <param name="standardError">How well samples tell what is asked of them.</param>
internal sealed class WorkerDuet(
    Test test, string baseFolder, SamplingPlan plan, Func<DuetSamples, double> standardError)
{
    /// <summary>Measures.</summary>
    /// <param name="firstRunSeconds">How long the body took in the test host.</param>
    /// <param name="budgetSeconds">The budget of the test.</param>
    /// <param name="throwIfStopped">Called between samples.</param>
    /// <param name="cancellation">The test's.</param>
    /// <exception cref="NewToBaseException">The base build has nothing to compare with.</exception>
    /// <exception cref="DuetException">A build failed, or the two cannot be compared.</exception>
    /// <exception cref="WorkerException">A worker died.</exception>
    /// <exception cref="MeasurementException">A launch does not fit the budget.</exception>
    public DuetSamples Measure(
        double firstRunSeconds, double budgetSeconds, Action throwIfStopped, CancellationToken cancellation)
    {
        TestAddress address = TestAddress.Of(test);
        double patience = DuetMeasurement.PatienceSeconds(firstRunSeconds, budgetSeconds);
        using WorkerArms arms = WorkerArms.Start(build => new WorkerArm(
            build,
            build == BuildContext.BaseName ? baseFolder : Path.GetDirectoryName(address.Assembly)!,
            address,
            WorkerProcess.Patience(budgetSeconds, firstRunSeconds),
            TimeSpan.FromSeconds(patience),
            cancellation));
        DuetSamples? samples = null;
        arms.RunWithin(Coin.Fair.Toss(), () => samples = new DuetLaunch(MachineProbes.OfThisMachine, Coin.Fair, budgetSeconds, throwIfStopped)
            .Measure(arms, plan, standardError));
        return samples!;
    }
}
