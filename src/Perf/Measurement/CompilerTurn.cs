using Perf.Measurement.Probes;

namespace Perf.Measurement;

/// <summary>
/// Lets the background compiler do what it has been given before the body is called again: both want the same few processors,
/// and beside neighbours it would starve while slow code is called for nothing.
/// </summary>
internal static class CompilerTurn
{
    private const double PauseSeconds = 0.001;

    /// <summary>Pauses until the compiler rests.</summary>
    /// <param name="clock">The clock that pauses.</param>
    /// <param name="compiler">The compiler.</param>
    /// <param name="last">How far it had come.</param>
    /// <param name="mostSeconds">The longest pause, s.</param>
    /// <returns>How far it has come.</returns>
    public static CompilerActivity Give(IClock clock, ICompilerProbe compiler, CompilerActivity last, double mostSeconds)
    {
        for (long start = clock.Timestamp(); clock.Seconds(start, clock.Timestamp()) < mostSeconds;)
        {
            clock.Pause(PauseSeconds);
            CompilerActivity now = compiler.Read();
            if (now == last)
            {
                break;
            }

            last = now;
        }

        return last;
    }
}
