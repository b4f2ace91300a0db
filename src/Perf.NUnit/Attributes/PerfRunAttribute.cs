using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Perf.Duets;
using Perf.Execution;
using Perf.Workers;

namespace Perf;

/// <summary>
/// Leaves out the tests of other shards before the first test of an assembly, and writes the record of the run after the last. The package adds it to every test assembly; nobody writes it.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PerfRunAttribute : Attribute, ITestAction
{
    /// <inheritdoc />
    public ActionTargets Targets => ActionTargets.Suite;

    /// <inheritdoc />
    public void BeforeTest(ITest test)
    {
        if (!IsOfRun(test))
        {
            return;
        }

        DeviceMemoryBefore.Look(test);
        if (WorkerSession.Current is null)
        {
            ShardedSuite.SkipOthers(test);
        }
    }

    /// <inheritdoc />
    public void AfterTest(ITest test)
    {
        if (IsOfRun(test))
        {
            try
            {
                Session.End(isGreen: TestContext.CurrentContext.Result.FailCount == 0);
            }
            finally
            {
                HeldExit.Release();
            }
        }
    }

    // The runs of a duet are within a test of this one.
    private static bool IsOfRun(ITest test)
    {
        bool isOfDuet = test is TestAssembly { Assembly: { } assembly } && BuildContext.Of(assembly) is not null;
        return !isOfDuet && (test.Parent is null || test.TestType == "Assembly");
    }
}
