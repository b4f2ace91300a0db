using NUnit.Framework;
using NUnit.Framework.Interfaces;
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
        if (test.Parent is null || test.TestType == "Assembly")
        {
            Session.End();
        }
    }
}
