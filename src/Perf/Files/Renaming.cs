namespace Perf.Files;

/// <summary>Renames at once, with patience where the system refuses for a moment.</summary>
internal static class Renaming
{
    // Windows refuses to rename what a virus scanner or an indexer has open for a moment.
    private const int MostAttempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Gives a file its name, in place of the one that has it.</summary>
    /// <exception cref="IOException">It cannot be renamed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be renamed.</exception>
    public static void ReplaceFile(string from, string to) => Patiently(() => File.Move(from, to, overwrite: true));

    /// <summary>Gives a folder a name that no other has.</summary>
    /// <exception cref="IOException">It cannot be renamed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be renamed.</exception>
    public static void MoveFolder(string from, string to) => Patiently(() => Directory.Move(from, to));

    private static void Patiently(Action rename)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                rename();
                return;
            }
            catch (Exception exception) when (
                OperatingSystem.IsWindows()
                && attempt < MostAttempts
                && exception is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
