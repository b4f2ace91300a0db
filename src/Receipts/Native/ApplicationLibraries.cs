namespace Receipts.Native;

/// <summary>The native files that came with the application, as the runtime finds them for a P/Invoke of TorchSharp.</summary>
internal static class ApplicationLibraries
{
    /// <summary>The paths of a file in the runtime's order, spelt as the runtime hands them to the loader.</summary>
    public static IEnumerable<string> Find(string name) => Folders
        .Select(folder => folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar)
        .Distinct(StringComparer.Ordinal)
        .Select(folder => folder + name)
        .Where(File.Exists);

    private static IEnumerable<string> Folders =>
    [
        // Of deps.json: the application's own folder, or runtimes/<platform>/native in it.
        .. (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Path.GetDirectoryName(typeof(TorchSharp.torch).Assembly.Location) is { Length: > 0 } managed ? new[] { managed } : [],
        AppContext.BaseDirectory,
        Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native"),
    ];
}
