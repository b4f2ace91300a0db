using System.Buffers.Text;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Perf.Measurement.Probes;

/// <summary>A thread as Linux tells of it in <c>/proc/self/task/&lt;id&gt;</c>; the files stay open, so that reading allocates nothing.</summary>
internal sealed class LinuxThread : IDisposable
{
    // A line of `stat` is longer; what is asked of it stands at its beginning.
    private const int LongestText = 96;

    private readonly SafeFileHandle _schedule;
    private readonly SafeFileHandle _state;

    private LinuxThread(SafeFileHandle schedule, SafeFileHandle state) => (_schedule, _state) = (schedule, state);

    /// <summary>The first thread whose name begins so; null when there is none, or this kernel does not tell.</summary>
    /// <param name="taskFolder">A folder laid out like <c>/proc/self/task</c>.</param>
    /// <param name="name">The beginning of its name, of which the kernel keeps 15 characters.</param>
    public static LinuxThread? Find(string taskFolder, string name)
    {
        if (!Directory.Exists(taskFolder))
        {
            return null;
        }

        foreach (string task in Directory.EnumerateDirectories(taskFolder))
        {
            SafeFileHandle? schedule = null;
            try
            {
                if (File.ReadAllText(Path.Combine(task, "comm"), Encoding.UTF8).StartsWith(name, StringComparison.Ordinal))
                {
                    schedule = File.OpenHandle(Path.Combine(task, "schedstat"));
                    return new LinuxThread(schedule, File.OpenHandle(Path.Combine(task, "stat")));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The thread ended between being listed and being read, or this kernel keeps no schedule.
                schedule?.Dispose();
            }
        }

        return null;
    }

    /// <summary>Time, ns, for which it has run or waited for a processor; a wait is added when it ends. False once the thread has ended.</summary>
    public bool TryReadTime(out long nanoseconds)
    {
        // "<ns on a processor> <ns waiting for one> <time slices>"
        Span<byte> text = stackalloc byte[LongestText];
        bool isRead = TryRead(_schedule, ref text);
        nanoseconds = 0;
        if (!isRead
            || !Utf8Parser.TryParse(text, out long running, out int used)
            || used >= text.Length
            || !Utf8Parser.TryParse(text[(used + 1)..], out long waiting, out _))
        {
            return false;
        }

        nanoseconds = running + waiting;
        return true;
    }

    /// <summary>Whether it sleeps: it neither runs, nor waits for a processor, nor for a page.</summary>
    public bool Sleeps()
    {
        // "<id> (<name>) <state> …"
        Span<byte> text = stackalloc byte[LongestText];
        return !TryRead(_state, ref text)
            || text.LastIndexOf((byte)')') + 2 is var state && state >= text.Length
            || text[state] is not ((byte)'R' or (byte)'D');
    }

    public void Dispose()
    {
        _schedule.Dispose();
        _state.Dispose();
    }

    private static bool TryRead(SafeFileHandle file, ref Span<byte> text)
    {
        try
        {
            text = text[..RandomAccess.Read(file, text, 0)];
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
