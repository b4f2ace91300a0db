using System.Buffers.Text;
using System.Runtime;
using System.Text;
using Microsoft.Win32.SafeHandles;

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

    private readonly string _taskFolder;
    private readonly Func<long> _countMethods;
    private SafeFileHandle? _schedule;
    private long _ofPresentThread;
    private long _ofEndedThreads;

    /// <summary>A probe of this process.</summary>
    public CompilerProbe()
        : this("/proc/self/task", static () => JitInfo.GetCompiledMethodCount())
    {
    }

    /// <summary>A probe of the threads listed in a folder laid out like <c>/proc/self/task</c>.</summary>
    internal CompilerProbe(string taskFolder, Func<long> countMethods)
    {
        _taskFolder = taskFolder;
        _countMethods = countMethods;
    }

    /// <inheritdoc/>
    public CompilerActivity Read() => new(_countMethods(), ReadBackground());

    /// <summary>Closes the file of the background thread.</summary>
    public void Dispose() => _schedule?.Dispose();

    private long ReadBackground()
    {
        if (_schedule is not null && !TryReadSchedule(_schedule, out _ofPresentThread))
        {
            _schedule.Dispose();
            _schedule = null;
            _ofEndedThreads += _ofPresentThread;
            _ofPresentThread = 0;
        }

        if (_schedule is null)
        {
            _schedule = FindSchedule();
            if (_schedule is not null)
            {
                _ = TryReadSchedule(_schedule, out _ofPresentThread);
            }
        }

        return _ofEndedThreads + _ofPresentThread;
    }

    // schedstat: "<ns on a processor> <ns waiting for one> <time slices>". What was read before stays when it fails.
    private bool TryReadSchedule(SafeFileHandle schedule, out long nanoseconds)
    {
        nanoseconds = _ofPresentThread;
        Span<byte> text = stackalloc byte[96];
        try
        {
            text = text[..RandomAccess.Read(schedule, text, 0)];
        }
        catch (IOException)
        {
            return false;
        }

        if (!Utf8Parser.TryParse(text, out long running, out int used)
            || used >= text.Length
            || !Utf8Parser.TryParse(text[(used + 1)..], out long waiting, out _))
        {
            return false;
        }

        nanoseconds = running + waiting;
        return true;
    }

    private SafeFileHandle? FindSchedule()
    {
        if (!Directory.Exists(_taskFolder))
        {
            return null;
        }

        foreach (string task in Directory.EnumerateDirectories(_taskFolder))
        {
            try
            {
                string name = File.ReadAllText(Path.Combine(task, "comm"), Encoding.UTF8);
                if (name.StartsWith(BackgroundThreadName, StringComparison.Ordinal))
                {
                    return File.OpenHandle(Path.Combine(task, "schedstat"));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The thread ended between being listed and being read, or this kernel keeps no schedule.
            }
        }

        return null;
    }
}
