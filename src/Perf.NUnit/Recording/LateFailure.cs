using System.Runtime.CompilerServices;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Perf.Recording;

/// <summary>
/// Fails a test after it has ended: a recording follows the last test, and of what fails after that NUnit tells the test host
/// nothing. The test gets a second result, as one that is repeated does.
/// </summary>
internal static class LateFailure
{
    /// <summary>Fails it; where this NUnit has no way to, it is at least printed.</summary>
    /// <param name="test">The test.</param>
    /// <param name="message">Why.</param>
    public static void Tell(Test test, string message)
    {
        TestContext.Error.WriteLine($"Perf: {message}");
        try
        {
            ITestListener listener = ListenerOf(TestExecutionContext.CurrentContext);
            TestResult result = test.MakeTestResult();
            result.SetResult(ResultState.Error, message);
            listener.TestStarted(test);
            listener.TestFinished(result);
        }
        catch (MissingMethodException)
        {
            // Said above.
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Listener")]
    private static extern ITestListener ListenerOf(TestExecutionContext context);
}
