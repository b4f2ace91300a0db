namespace Perf.Files;

/// <summary>Where something that belongs to a whole source tree is looked for: a folder, and those that hold it.</summary>
public static class FoldersAbove
{
    /// <summary>The folder itself and all above it, the nearest first.</summary>
    public static IEnumerable<string> Of(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }
}
