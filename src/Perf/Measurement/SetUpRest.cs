using Perf.Measurement.Probes;

namespace Perf.Measurement;

/// <summary>Untimed calls after a body was set up anew, until what that gave the compiler to do is done.</summary>
/// <param name="clock">The clock.</param>
/// <param name="compiler">The compiler.</param>
/// <param name="throwIfStopped">Called between calls; throws where the test was cancelled.</param>
internal sealed class SetUpRest(IClock clock, ICompilerProbe compiler, Action throwIfStopped)
{
    // A re-creation makes the compiler busy for a few milliseconds, the first ones for some tens.
    private const double RestSeconds = 0.005;
    private const double MostSeconds = 0.1;

    // What began to be compiled between the samples may wait for a processor for longer.
    private const double MostSecondsAnew = 0.5;

    /// <summary>Calls, at least once, until the compiler rests.</summary>
    /// <param name="call">One untimed call.</param>
    /// <param name="isAnew">Whether samples are taken anew, since something was compiled among them.</param>
    /// <returns>How far the compiler has come.</returns>
    public CompilerActivity Run(Action call, bool isAnew)
    {
        double mostSeconds = isAnew ? MostSecondsAnew : MostSeconds;
        long start = clock.Timestamp();
        long restingSince = start;
        long now;
        CompilerActivity last = compiler.Read();
        do
        {
            throwIfStopped();
            call();
            CompilerActivity activity = compiler.Read();
            now = clock.Timestamp();
            if (activity != last)
            {
                last = CompilerTurn.Give(clock, compiler, activity, mostSeconds - clock.Seconds(start, now));
                restingSince = now = clock.Timestamp();
            }
        }
        while (clock.Seconds(restingSince, now) < RestSeconds && clock.Seconds(start, now) < mostSeconds);

        return last;
    }
}
