using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using Perf.Builds;
using Perf.Execution;

namespace Perf.Duets;

/// <summary>A body that a run of one build has come to: its fixture stands, and SetUp has run.</summary>
/// <param name="Build"><c>base</c> or <c>head</c>, for messages.</param>
/// <param name="Context">NUnit's surroundings of the test.</param>
/// <param name="Command">NUnit's command for the body.</param>
internal sealed record Reached(string Build, TestExecutionContext Context, TestCommand Command)
{
    /// <summary>The body, called without NUnit where that can be.</summary>
    /// <param name="entered">Told before each call whose body runs.</param>
    public DuetBody Body(Action<string> entered)
    {
        Action body = TestBody.Of(Context, Command);
        if (Build == BuildContext.HeadName)
        {
            body = InjectedBody.Of(Context.CurrentTest.FullName, body);
        }

        return new DuetBody(
            () =>
            {
                entered(Build);
                ThrowIfFailed();

                // What a thousand calls write is nobody's, and would fill the memory.
                Context.CurrentResult = Context.CurrentTest.MakeTestResult();
                Context.EstablishExecutionEnvironment();
            },
            () =>
            {
                try
                {
                    body();
                }
                catch (Exception e)
                {
                    Exception thrown = e is NUnitException { InnerException: { } inner } ? inner : e;
                    throw new DuetException($"the {Build} build's body threw {thrown.GetType().Name}: {thrown.Message.Trim()}", thrown)
                    {
                        BodyTrace = thrown.StackTrace,
                    };
                }
            });
    }

    /// <summary>A body that NUnit calls fails without an exception: its result says so.</summary>
    /// <exception cref="DuetException">It did.</exception>
    public void ThrowIfFailed()
    {
        if (Context.CurrentResult.ResultState.Status is TestStatus.Failed or TestStatus.Skipped)
        {
            throw new DuetException(
                $"the {Build} build's body ended as {Context.CurrentResult.ResultState}: {Context.CurrentResult.Message?.Trim()}")
            {
                BodyTrace = Context.CurrentResult.StackTrace,
            };
        }
    }
}
