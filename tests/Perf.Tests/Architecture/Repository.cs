namespace Perf.Tests.Architecture;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the central package versions.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path as a reader knows it: relative to the root, with slashes.</summary>
    public static string Show(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder
            ?? throw new DirectoryNotFoundException($"no Directory.Packages.props above {AppContext.BaseDirectory}");
    }
}
