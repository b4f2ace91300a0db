namespace Perf.Tests.EndToEnd;

/// <summary>What runs on this machine, as Linux tells it.</summary>
internal static class Processes
{
    /// <summary>The command lines of all processes; arguments end in a zero each.</summary>
    public static IEnumerable<string> CommandLines() => Directory.GetDirectories("/proc").Select(CommandLine);

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or it is no process.
            return "";
        }
    }
}
