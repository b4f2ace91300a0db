using Perf.Measurement.Probes;
using Perf.Tests.Measurement;

namespace Perf.Tests.Duets;

/// <summary>
/// A background compiler with one piece of work: one build's hot code, which runs slower until that is done. Neighbours let
/// the compiler's thread run in slices: while it waits for the next one the count of compiled methods rests, and only the state
/// of the thread tells that there is work.
/// </summary>
internal sealed class SimulatedCompiler(FakeClock clock) : ICompilerProbe
{
    private const double SlowerUntilDone = 2.2;
    private const double SliceSeconds = 0.0005;

    private double _requestedAt = double.PositiveInfinity;
    private int _calls;
    private long _foundAtWork;

    /// <summary>The build whose code it is, <c>b</c> or <c>h</c>.</summary>
    public char Build { get; init; } = 'h';

    /// <summary>After how many calls that code is hot.</summary>
    public int HotAfterCalls { get; init; } = 30;

    /// <summary>Whether only calls since the end of the warm-up count.</summary>
    public bool IsHotInRounds { get; init; }

    /// <summary>How long the thread waits before each slice, s.</summary>
    public double WaitingSeconds { get; init; }

    /// <summary>How many slices the work takes.</summary>
    public int Slices { get; init; } = 1;

    /// <summary>Whether the system tells of the thread.</summary>
    public bool TellsOfThread { get; init; } = true;

    private int PastSlices => clock.Now < _requestedAt
        ? 0
        : (int)Math.Min(Slices, (clock.Now - _requestedAt) / (WaitingSeconds + SliceSeconds));

    private bool IsDone => PastSlices == Slices;

    /// <summary>How much longer a call takes that begins now.</summary>
    /// <param name="build">Whose body is called.</param>
    /// <param name="isInRounds">Whether the warm-up is over.</param>
    public double Slowdown(char build, bool isInRounds)
    {
        if (build != Build)
        {
            return 1;
        }

        if ((isInRounds || !IsHotInRounds) && ++_calls > HotAfterCalls)
        {
            _requestedAt = Math.Min(_requestedAt, clock.Now);
        }

        return IsDone ? 1 : SlowerUntilDone;
    }

    public CompilerActivity Read()
    {
        bool isAtWork = clock.Now >= _requestedAt && !IsDone;
        _foundAtWork += isAtWork ? 1 : 0;
        return new CompilerActivity(
            IsDone ? 1 : 0,
            TellsOfThread ? (long)(PastSlices * (WaitingSeconds + SliceSeconds) * 1e9) + _foundAtWork : 0);
    }
}
