using NUnit.Framework.Internal;
using Perf.Builds;
using Perf.Measurement;
using Perf.Workers;

namespace Perf.Duets;

/// <summary>One launch of a duet in this process.</summary>
/// <param name="test">The test as the test host has it.</param>
/// <param name="baseFolder">The folder of the base build.</param>
/// <param name="plan">What to sample.</param>
/// <param name="standardError">How well samples tell what is asked of them.</param>
internal sealed class DuetMeasurement(
    Test test, string baseFolder, SamplingPlan plan, Func<DuetSamples, double> standardError)
{
    // A body that took a second, in a process of its own, may take several beside another build and a neighbour.
    private const double PatienceFactor = 20;

    /// <summary>How long one call of a body, or one set-up, may take, s.</summary>
    public static double PatienceSeconds(double firstRunSeconds, double budgetSeconds) =>
        Math.Max(budgetSeconds / 2, PatienceFactor * firstRunSeconds);

    /// <summary>Measures.</summary>
    /// <param name="firstRunSeconds">How long the body took in the test host.</param>
    /// <param name="budgetSeconds">The budget of the test.</param>
    /// <param name="throwIfStopped">Called between samples.</param>
    /// <exception cref="NewToBaseException">The base build has nothing to compare with.</exception>
    /// <exception cref="DuetException">A build failed, or the two cannot be compared.</exception>
    /// <exception cref="MeasurementException">A launch does not fit the budget.</exception>
    public DuetSamples Measure(double firstRunSeconds, double budgetSeconds, Action throwIfStopped)
    {
        double patience = PatienceSeconds(firstRunSeconds, budgetSeconds);
        return DuetThread.Run(test.FullName, patience, heart => Measure(heart, budgetSeconds, throwIfStopped));
    }

    private DuetSamples Measure(Heartbeat heart, double budgetSeconds, Action throwIfStopped)
    {
        TestAddress address = TestAddress.Of(test);
        BuildPair pair = BuildPair.Of(baseFolder, test.TypeInfo!.Assembly);
        Arm? baseArm = null;
        Arm? headArm = null;

        // Sources of cases run code of a build while it is loaded.
        Coin.Fair.InAnyOrder(() => baseArm = Load(pair.Base), () => headArm = Load(pair.Head));
        SameSubject.ThrowIfOther(baseArm!.Identity, headArm!.Identity);
        TestArms arms = new(baseArm!, headArm!, Enter);
        DuetSamples? samples = null;
        arms.RunWithin(Coin.Fair.Toss(), () => samples = new DuetLaunch(MachineProbes.OfThisMachine, Coin.Fair, budgetSeconds, throwIfStopped)
            .Measure(arms, plan, pair.Owners, standardError));
        return samples!;

        Arm Load(BuildContext build)
        {
            Enter(build.Name!);
            return new Arm(build, address);
        }

        void Enter(string build)
        {
            heart.Beat(build);
            InstrumentOrigins.Running = build;
        }
    }
}
