using Microsoft.Win32.SafeHandles;

namespace Receipts.Native;

/// <summary>The files of libtorch that are in the process.</summary>
internal static class LoadedLibtorch
{
    /// <summary>Their paths as the kernel knows them, without symbolic links.</summary>
    public static IReadOnlyList<string> Paths => [.. File.ReadLines("/proc/self/maps")
        .Where(line => line.Contains('/', StringComparison.Ordinal))
        .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..])
        .Where(path => LibtorchHome.LibraryNames.Contains(Path.GetFileName(path)))
        .Distinct(StringComparer.Ordinal)];

    /// <summary>The first that is none of a folder's libraries; null where there is none.</summary>
    public static string? ForeignTo(LibtorchHome home) => Paths.Except(home.Libraries.Select(RealPath)).FirstOrDefault();

    private static string RealPath(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        return new FileInfo($"/proc/self/fd/{file.DangerousGetHandle()}").LinkTarget ?? path;
    }
}
