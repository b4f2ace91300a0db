using NUnit.Framework.Internal;
using Perf.Builds;
using Perf.Workers;

namespace Perf.Duets;

/// <summary>
/// Runs a duet on a thread of its own, which is left behind when a body does not return; a background thread, so that the
/// process can end all the same.
/// </summary>
internal static class DuetThread
{
    // So seldom that the code which looks never becomes hot: compiled beside the bodies, it would make a warm-up last longer.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);
    private static volatile string? _stuck;

    /// <summary>The test whose body still runs in this process and disturbs all that is measured in it; null without one.</summary>
    public static string? Stuck => _stuck;

    /// <summary>Runs to the end, or gives up.</summary>
    /// <param name="test">The test, for the message.</param>
    /// <param name="patienceSeconds">How long one call of a body, or one set-up, may take.</param>
    /// <param name="measure">The duet.</param>
    /// <exception cref="DuetException">A body did not return in time, now or before.</exception>
    public static T Run<T>(string test, double patienceSeconds, Func<Heartbeat, T> measure)
    {
        if (Stuck is { } stuck)
        {
            throw new DuetException($"not measured: the body of {stuck} still runs in this process");
        }

        try
        {
            return RunOnItsOwn(test, patienceSeconds, measure);
        }
        finally
        {
            InstrumentOrigins.Running = null;
        }
    }

    private static T RunOnItsOwn<T>(string test, double patienceSeconds, Func<Heartbeat, T> measure)
    {
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        Heartbeat heart = new();
        T? result = default;
        Exception? failure = null;
        Thread thread = new(() =>
        {
            try
            {
                using TestExecutionContext.IsolatedContext own = new();
                result = measure(heart);
            }
            catch (Exception e)
            {
                failure = e;
            }
        })
        { IsBackground = true, Name = "perf duet" };
        bool hasEnded = false;
        using (WhenItEnds())
        {
            thread.UnsafeStart();
            while (!thread.Join(LookAgain))
            {
                if (Volatile.Read(ref hasEnded))
                {
                    throw GiveUp($"the {heart.Build} build's body of {test} ended the process: a measured body must not call Environment.Exit");
                }

                if (heart.Seconds > patienceSeconds)
                {
                    throw GiveUp(FormattableString.Invariant(
                        $"given up: the {heart.Build} build's body of {test} did not return in {patienceSeconds:0} s"));
                }
            }
        }

        return failure is null ? result! : throw failure;

        // A test host goes on with the other tests; a worker has none.
        IDisposable WhenItEnds() => WorkerSession.Current is null
            ? HeldExit.Watch(heart, () => Volatile.Write(ref hasEnded, true))
            : new LastWords(() => $"the process ends while the {heart.Build} build's body of {test} runs: a measured body must not call Environment.Exit");

        DuetException GiveUp(string why)
        {
            _stuck = test;
            heart.Stop();
            Console.SetOut(output);
            Console.SetError(error);
            return new DuetException(why);
        }
    }
}
