using System.Globalization;

namespace Perf.Benchmarks.Planted;

/// <summary>The class that a planted stage calls; it needs the POSIX clock.</summary>
internal static class PlantedSource
{
    // CPU time: by the wall clock a stage that was interrupted for milliseconds would owe many times what it took.
    private const string Text =
        """
        using System.Runtime.InteropServices;

        namespace Receipts;

        /// <summary>How much more work than its own a stage still has to do, in ns of CPU time of its thread.</summary>
        internal static class Planted
        {
            private const double Share = @SHARE@;

            // <time.h>: CLOCK_THREAD_CPUTIME_ID
            private static readonly int ThreadClock = OperatingSystem.IsMacOS() ? 16 : 3;

            [ThreadStatic]
            private static double _owed;

            [ThreadStatic]
            private static long _since;

            public static long Now => GetTime(ThreadClock, out TimeSpecification time) == 0
                ? (time.Seconds * 1_000_000_000L) + time.Nanoseconds
                : throw new InvalidOperationException("the CPU clock of the thread cannot be read");

            public static void Owe(long begun)
            {
                _since = Now;
                _owed += Share * (_since - begun);
            }

            public static bool IsOwed()
            {
                long now = Now;
                _owed -= now - _since;
                _since = now;
                return _owed > 0;
            }

            [DllImport("libc", EntryPoint = "clock_gettime")]
            private static extern int GetTime(int clock, out TimeSpecification time);

            private struct TimeSpecification
            {
                public nint Seconds;
                public nint Nanoseconds;
            }
        }

        """;

    /// <summary>Writes it into a copy of the sources.</summary>
    /// <param name="root">The root of the copy.</param>
    /// <param name="percent">How much more work.</param>
    public static void Write(string root, double percent) => File.WriteAllText(
        Path.Combine(root, "src/Receipts/Planted.cs"),
        Text.Replace("@SHARE@", (percent / 100).ToString("0.0#######", CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
