using Perf.Measurement.Probes;
using Perf.Tests.Measurement;

namespace Perf.Tests.Duets;

/// <summary>
/// A background compiler with work of some stages, one build's hot code, which runs slower until all are done: first it is
/// compiled to be observed, and after 30 more calls to be fast. Neighbours let the compiler's thread run in slices: while it
/// waits for the next one the count of compiled methods rests, and only the state of the thread tells that there is work.
/// </summary>
internal sealed class SimulatedCompiler(FakeClock clock) : ICompilerProbe
{
    private const double SlowerUntilDone = 2.2;
    private const double SliceSeconds = 0.0005;
    private const int ObservedCalls = 30;

    private double _requestedAt = double.PositiveInfinity;
    private int _stagesDone;
    private int _calls;
    private long _thread;

    /// <summary>The build whose code it is, <c>b</c> or <c>h</c>.</summary>
    public char Build { get; init; } = 'h';

    /// <summary>After how many calls that code is hot.</summary>
    public int HotAfterCalls { get; init; } = 30;

    /// <summary>Whether only calls since the end of the warm-up count.</summary>
    public bool IsHotInRounds { get; init; }

    /// <summary>How often that code is compiled until it is fast.</summary>
    public int Stages { get; init; } = 2;

    /// <summary>How long the thread waits before each slice, s.</summary>
    public double WaitingSeconds { get; init; }

    /// <summary>How many slices a stage takes.</summary>
    public int Slices { get; init; } = 1;

    /// <summary>Whether the system tells of the thread.</summary>
    public bool TellsOfThread { get; init; } = true;

    public bool SeesAllPending => TellsOfThread;

    /// <summary>How much longer a call takes that begins now.</summary>
    /// <param name="build">Whose body is called.</param>
    /// <param name="isInRounds">Whether the warm-up is over.</param>
    public double Slowdown(char build, bool isInRounds)
    {
        GoOn();
        if (build != Build)
        {
            return 1;
        }

        if ((isInRounds || !IsHotInRounds) && ++_calls > HotAfterCalls + (ObservedCalls * _stagesDone) && _stagesDone < Stages)
        {
            _requestedAt = Math.Min(_requestedAt, clock.Now);
        }

        return _stagesDone == Stages ? 1 : SlowerUntilDone;
    }

    public CompilerActivity Read()
    {
        GoOn();

        // What it ran and waited, to the full slice; a wait that lasts is seen each time anew.
        _thread += clock.Now > _requestedAt ? 1 : 0;
        return new CompilerActivity(_stagesDone, TellsOfThread ? _thread : 0);
    }

    // Calls from the end of a stage on count for the next.
    private void GoOn()
    {
        if (clock.Now - _requestedAt >= Slices * (WaitingSeconds + SliceSeconds))
        {
            _requestedAt = double.PositiveInfinity;
            _stagesDone++;
            _thread++;
            _calls = HotAfterCalls + (ObservedCalls * (_stagesDone - 1));
        }
    }
}
