using System.Diagnostics;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;
using Perf.Execution;
using Perf.Measurement;
using Perf.Measurement.Meters;
using Perf.Measurement.Probes;

namespace Perf.Benchmarks.Overhead;

/// <summary>The ways to run a body that are compared.</summary>
internal sealed class Contenders
{
    public const string Bare = "delegate in a loop";
    public const string Ours = "Perf, as its samples say";
    public const string NUnit = "NUnit's TestMethodCommand";

    // A bare call's own time is told over many, so that it holds no reading of a clock.
    private const int BareCallsOfAShortBody = 1_000_000;
    private const int NUnitCallsOfAShortBody = 20_000;
    private const double NanosecondsPerSecond = 1e9;
    private const double ShortestSampleSeconds = 0.0005;

    private readonly TestExecutionContext _context;
    private readonly TestCommand _command;
    private readonly Action _body;
    private readonly int _calls;
    private readonly bool _isShort;
    private readonly SampleBuffer _buffer = new(0);
    private readonly SampleTaker _taker;

    /// <param name="context">NUnit's, while it runs the body.</param>
    /// <param name="command">NUnit's command of the body.</param>
    /// <param name="calls">Calls of the body between two clock readings of ours.</param>
    public Contenders(TestExecutionContext context, TestCommand command, int calls)
    {
        _context = context;
        _command = command;
        _calls = calls;
        _body = TestBody.Of(context, command);

        // The plan of a test that has nothing but [MaxDuration].
        SamplingPlan plan = new();
        _taker = new SampleTaker(SystemClock.Instance, _body, device: null, plan, new InstrumentRecorder([]), _buffer);
        _body();
        _isShort = _taker.Take(1) < ShortestSampleSeconds;
        All = [(Bare, TakeBare), (Ours, TakeOurs), (NUnit, TakeNUnit)];
    }

    public IReadOnlyList<(string Who, Func<Reading> Take)> All { get; }

    private Reading TakeBare()
    {
        int calls = _isShort ? BareCallsOfAShortBody : 1;
        Action body = _body;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long from = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            body();
        }

        return Told(from, Stopwatch.GetTimestamp(), bytes, calls);
    }

    private Reading TakeOurs()
    {
        _buffer.Clear();
        int samples = _isShort ? Math.Max(1, 1000 / _calls) : 1;
        double seconds = 0;
        double bytes = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            _taker.Take(_calls);
            seconds += _buffer.WallSeconds[sample];
            bytes += _buffer.AllocatedBytes[sample];
        }

        return new Reading(seconds * NanosecondsPerSecond / samples, bytes / samples);
    }

    private Reading TakeNUnit()
    {
        int calls = _isShort ? NUnitCallsOfAShortBody : 1;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long from = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            _context.CurrentResult = _command.Execute(_context);
        }

        return Told(from, Stopwatch.GetTimestamp(), bytes, calls);
    }

    private static Reading Told(long from, long to, long bytesBefore, int calls)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread() - bytesBefore;
        double seconds = SystemClock.Instance.Seconds(from, to);
        return new Reading(seconds * NanosecondsPerSecond / calls, (double)bytes / calls);
    }
}
