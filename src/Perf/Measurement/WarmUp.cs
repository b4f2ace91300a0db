using Perf.Measurement.Devices;
using Perf.Measurement.Probes;

namespace Perf.Measurement;

/// <summary>How a warm-up went.</summary>
/// <param name="Calls">How often the body was called.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Settled">
/// False when the runtime still compiled at the end, or a device had not come to its pace: the samples may be of code that was to become faster.
/// </param>
public readonly record struct WarmUpReport(int Calls, double Seconds, bool Settled)
{
    /// <summary>How many calls are told of.</summary>
    public const int MostCalls = 256;

    /// <summary>
    /// What calls took, in their order, wall time with all that is measured around them, s; of many an even choice, none in records of
    /// former versions.
    /// </summary>
    public IReadOnlyList<double> CallSeconds
    {
        get => field ?? [];
        init;
    }

    /// <summary>Whether both tell the same.</summary>
    public bool Equals(WarmUpReport other) => (Calls, Seconds, Settled) == (other.Calls, other.Seconds, other.Settled)
        && CallSeconds.SequenceEqual(other.CallSeconds);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Calls, Seconds, Settled);
}

/// <summary>
/// Calls the body until the runtime has nothing left to compile. Starved compilers and tiered code are worth ×2–3 for seconds,
/// so a measurement that starts earlier measures them. The compiler goes first: while it works no call is made.
/// </summary>
internal sealed class WarmUp(IClock clock, ICompilerProbe compiler, DeviceSteadiness? device = null)
{
    private const int EnoughCalls = 60;
    private const double EnoughCallSeconds = 2;
    private const double LeastSeconds = 0.7;
    private const double RestSeconds = 0.4;
    private const double MostSeconds = 15;
    private const double MostTurnSeconds = 0.02;

    // A method is compiled anew when it was called 30 times since it was last. Where the compiler hides nothing, no more can
    // follow after so many calls, and a process that has just started compiles something else every few tenths of a second.
    private const int CallsThatAskForAll = 35;
    private const double ShortRestSeconds = 0.1;

    /// <summary>Runs until settled, at most 15 s.</summary>
    /// <param name="call">One call of the body with every probe around it: probes are compiled too.</param>
    /// <param name="alreadySpentSeconds">How long the body ran before: a body of minutes is warm after its first run.</param>
    /// <param name="throwIfStopped">Called between calls; throws where the test was cancelled.</param>
    public WarmUpReport Run(Action call, double alreadySpentSeconds, Action throwIfStopped)
    {
        ThinnedTimes times = new(WarmUpReport.MostCalls);
        long start = clock.Timestamp();
        long restingSince = start;
        CompilerActivity last = compiler.Read();
        int calls = 0;
        int callsBeforeRest = 0;
        while (true)
        {
            double seconds = clock.Seconds(start, clock.Timestamp());
            double spent = seconds + alreadySpentSeconds;
            bool enough = spent >= LeastSeconds && (calls >= EnoughCalls || spent >= EnoughCallSeconds);
            double rest = clock.Seconds(restingSince, clock.Timestamp());
            bool resting = rest >= RestSeconds
                || (compiler.SeesAllPending && rest >= ShortRestSeconds && calls - callsBeforeRest >= CallsThatAskForAll)
                || alreadySpentSeconds >= MostSeconds;
            bool steady = device is null || device.IsSteady || alreadySpentSeconds >= MostSeconds;
            if ((enough && resting && steady) || seconds >= MostSeconds)
            {
                return new WarmUpReport(calls, seconds, resting && steady) { CallSeconds = times.Kept };
            }

            throwIfStopped();
            long before = clock.Timestamp();
            call();
            double took = clock.Seconds(before, clock.Timestamp());
            times.Add(took);
            device?.Add(took);
            calls++;
            CompilerActivity now = compiler.Read();
            if (now != last)
            {
                last = CompilerTurn.Give(clock, compiler, now, MostTurnSeconds);
                restingSince = clock.Timestamp();
                callsBeforeRest = calls;
            }
        }
    }
}
