using System.Runtime.InteropServices;

namespace Perf.Measurement.Probes;

/// <summary>How busy the machine is, as Unix tells it.</summary>
public static partial class LoadAverage
{
    /// <summary>Processes that ran or waited for a processor, as a mean of the last minute; null where the system does not tell.</summary>
    public static double? OfLastMinute()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        double load = 0;
        return Read(ref load, 1) == 1 ? load : null;
    }

    [LibraryImport("libc", EntryPoint = "getloadavg")]
    private static partial int Read(ref double averages, int count);
}
