using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Perf.Duets;

/// <summary>
/// Keeps a test host alive whose process a measured body ends by <see cref="Environment.Exit"/>, until the other tests have run.
/// The runtime asks on its finalizer thread whether all is ready for the end and waits for the answer; the threads of the tests
/// run on meanwhile, without finalizers.
/// </summary>
internal static class HeldExit
{
    // A build that begins to run within this time, or within a few calls of a long body, did not end the process: something else
    // did, and is not to be held up.
    private const double LeastSecondsToSeeOthers = 1;
    private const double CallsToSeeOthers = 3;
    private const double MostSecondsToSeeOthers = 10;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    // For the test platform to tell the results after the last test.
    private static readonly TimeSpan ToReport = TimeSpan.FromSeconds(5);

    // However the run comes to its end, no process is left behind for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private static readonly ManualResetEventSlim IsOver = new();

    /// <summary>Calls back when a body ends the process, which then goes on until <see cref="Release"/>.</summary>
    /// <param name="heart">Tells whether bodies are still called.</param>
    /// <param name="onEnd">Told on the finalizer thread.</param>
    /// <returns>Stops watching when disposed.</returns>
    public static IDisposable Watch(Heartbeat heart, Action onEnd)
    {
        Watcher watcher = new();

        // Raised before AppDomain.ProcessExit, in which Microsoft.Testing.Platform breaks off the run. The runtime holds a lock over it:
        // a test that makes a load context waits with it.
        Action<AssemblyLoadContext> handler = _ =>
        {
            if (watcher.IsStillWatching && IsAtRest(heart, watcher))
            {
                IsHeld = true;
                onEnd();
                Hold();
            }
        };
        AssemblyLoadContext.Default.Unloading += handler;
        watcher.OnDispose = () => AssemblyLoadContext.Default.Unloading -= handler;
        return watcher;
    }

    /// <summary>Whether an end is held: one more would wait for it.</summary>
    public static bool IsHeld { get; private set; }

    /// <summary>The last test has run: an end that is held may come.</summary>
    public static void Release() => IsOver.Set();

    private static bool IsAtRest(Heartbeat heart, Watcher watcher)
    {
        long beats = heart.Beats;
        double enough = Math.Clamp(CallsToSeeOthers * heart.LongestSeconds, LeastSecondsToSeeOthers, MostSecondsToSeeOthers);
        for (TimeSpan waited = TimeSpan.Zero; waited.TotalSeconds < enough; waited += LookAgain)
        {
            Thread.Sleep(LookAgain);
            if (heart.Beats != beats || !watcher.IsStillWatching)
            {
                return false;
            }
        }

        return true;
    }

    private static void Hold()
    {
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => IsOver.Set());
        using PosixSignalRegistration end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => IsOver.Set());
        if (IsOver.Wait(Longest))
        {
            Thread.Sleep(ToReport);
        }

        // The exit code of the body is no verdict on the run.
        if (Environment.ExitCode == 0)
        {
            Environment.ExitCode = 1;
        }
    }

    private sealed class Watcher : IDisposable
    {
        private volatile bool _isDisposed;

        public bool IsStillWatching => !_isDisposed;

        public Action? OnDispose { get; set; }

        public void Dispose()
        {
            _isDisposed = true;
            OnDispose?.Invoke();
        }
    }
}
