using System.Runtime;

namespace Perf.Measurement.Probes;

/// <summary>
/// Reads the runtime's count of compiled methods and, on Linux, for how long the background compiler's thread has run and
/// waited. Elsewhere the count is all there is: it rests while a starved compiler only waits, so a warm-up may end early.
/// </summary>
/// <remarks>
/// Not thread-safe. Allocates only while the background thread is looked for, which ends itself when long idle.
/// </remarks>
public sealed class CompilerProbe : ICompilerProbe, IDisposable
{
    // ".NET Tiered Compilation Worker", cut by the kernel to 15 characters.
    private const string BackgroundThreadName = ".NET Tiered";

    // Zero in the hardened environment: calls are counted from the first on. Otherwise a timer runs before, which nobody sees.
    private const string CallCountingDelay = "DOTNET_TC_CallCountingDelayMs";

    private readonly string _taskFolder;
    private readonly Func<long> _countMethods;
    private readonly bool _countsCallsAtOnce;
    private LinuxThread? _thread;
    private long _ofPresentThread;
    private long _ofEndedThreads;
    private long _foundAtWork;

    /// <summary>A probe of this process.</summary>
    public CompilerProbe()
        : this("/proc/self/task", static () => JitInfo.GetCompiledMethodCount(), Environment.GetEnvironmentVariable(CallCountingDelay) is "0")
    {
    }

    /// <summary>A probe of the threads listed in a folder laid out like <c>/proc/self/task</c>.</summary>
    /// <param name="taskFolder">The folder.</param>
    /// <param name="countMethods">Counts the compiled methods.</param>
    /// <param name="countsCallsAtOnce">Whether the runtime counts calls from the first on.</param>
    internal CompilerProbe(string taskFolder, Func<long> countMethods, bool countsCallsAtOnce)
    {
        _taskFolder = taskFolder;
        _countMethods = countMethods;
        _countsCallsAtOnce = countsCallsAtOnce;
    }

    /// <inheritdoc/>
    public bool SeesAllPending => _countsCallsAtOnce && _ofEndedThreads + _ofPresentThread > 0;

    /// <inheritdoc/>
    public CompilerActivity Read()
    {
        long background = ReadBackground();
        return new CompilerActivity(_countMethods(), background);
    }

    /// <summary>Closes the files of the background thread.</summary>
    public void Dispose() => _thread?.Dispose();

    private long ReadBackground()
    {
        long before = _ofPresentThread;
        if (_thread is not null && !TryReadThread())
        {
            _thread.Dispose();
            _thread = null;
            _ofEndedThreads += _ofPresentThread;
            _ofPresentThread = 0;
        }

        if (_thread is null)
        {
            _thread = LinuxThread.Find(_taskFolder, BackgroundThreadName);
            _ = _thread is not null && TryReadThread();
        }

        // The kernel adds a wait when it ends: one that lasts is seen by the thread's state alone, and counts as something.
        if (_thread is not null && _ofPresentThread == before && !_thread.Sleeps())
        {
            _foundAtWork++;
        }

        return _ofEndedThreads + _ofPresentThread + _foundAtWork;
    }

    // What was read before stays when it fails.
    private bool TryReadThread()
    {
        bool isRead = _thread!.TryReadTime(out long nanoseconds);
        _ofPresentThread = isRead ? nanoseconds : _ofPresentThread;
        return isRead;
    }
}
