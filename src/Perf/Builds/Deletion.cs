namespace Perf.Builds;

/// <summary>Deletes what is not in use; the rest is left for the next time.</summary>
internal static class Deletion
{
    public static void TryDeleteFile(string path) => Try(() => File.Delete(path));

    public static void TryDeleteFolder(string path) => Try(() => Directory.Delete(path, recursive: true));

    /// <summary>Gives a folder another name; false where something in it is in use.</summary>
    public static bool TryMoveFolder(string from, string to) => Try(() => Directory.Move(from, to));

    private static bool Try(Action change)
    {
        try
        {
            change();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
