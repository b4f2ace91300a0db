using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Perf.Duets;
using Perf.Execution;

namespace Perf;

/// <summary>
/// Writes the record of the run when the last test of an assembly has ended. The package adds it to every test assembly; nobody writes it.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PerfRunAttribute : Attribute, ITestAction
{
    /// <inheritdoc />
    public ActionTargets Targets => ActionTargets.Suite;

    /// <inheritdoc />
    public void BeforeTest(ITest test)
    {
    }

    /// <inheritdoc />
    public void AfterTest(ITest test)
    {
        // The runs of a duet are within a test of this one.
        bool isOfDuet = test is TestAssembly { Assembly: { } assembly } && BuildContext.Of(assembly) is not null;
        if (!isOfDuet && (test.Parent is null || test.TestType == "Assembly"))
        {
            Session.End(isGreen: TestContext.CurrentContext.Result.FailCount == 0);
            HeldExit.Release();
        }
    }
}
