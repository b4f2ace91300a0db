namespace Perf.DuetData;

/// <summary>Notes what happened in which copy, in the file that the runner names.</summary>
internal static class Journal
{
    private static readonly string? Path = Environment.GetEnvironmentVariable("DUET_JOURNAL");

    public static void Note(string what)
    {
        if (Path is not null)
        {
            File.AppendAllText(Path, $"{Side.Copy}: {what}\n");
        }
    }
}
