using System.Diagnostics;
using Perf.Runs;

namespace Perf.Execution;

/// <summary>Makes the bodies of the build under test worse on purpose, where the run is asked to: a suite tests itself so.</summary>
internal static class InjectedBody
{
    private static readonly Lazy<Injection?> OfThisRun =
        new(() => Settings.OfThisRun.Inject is { } path ? Injection.Read(path) : null);

    /// <summary>The body itself, unless something is injected into that test.</summary>
    /// <param name="test">The full name of the test.</param>
    /// <param name="body">Its body.</param>
    /// <exception cref="Files.PerfFileException">The file that says what to inject is none.</exception>
    public static Action Of(string test, Action body)
    {
        if (OfThisRun.Value is not { } injection)
        {
            return body;
        }

        Action injected = body;
        if (injection.DelayPercent.TryGetValue(test, out double percent))
        {
            injected = Delayed(injected, percent / 100);
        }

        return injection.AllocatedBytes.TryGetValue(test, out int bytes) ? Allocating(injected, bytes) : injected;
    }

    // A share of each call, since nobody knows beforehand how long one takes; on this thread, whose time is judged.
    private static Action Delayed(Action body, double share) => () =>
    {
        long start = Stopwatch.GetTimestamp();
        body();
        long end = Stopwatch.GetTimestamp();
        long until = end + (long)((end - start) * share);
        while (Stopwatch.GetTimestamp() < until)
        {
        }
    };

    private static Action Allocating(Action body, int bytes) => () =>
    {
        body();
        GC.KeepAlive(new byte[bytes]);
    };
}
