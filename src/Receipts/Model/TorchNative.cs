using System.Runtime.InteropServices;

namespace Receipts.Model;

/// <summary>
/// Makes TorchSharp's native library load where the C++ runtime is older than GCC 13's (Debian 12, Ubuntu 22.04): it asks
/// for a version of libstdc++ of which it uses no symbol. One byte in the copy beside the application is changed, only there.
/// </summary>
internal static class TorchNative
{
    private const string Library = "libLibTorchSharp.so";
    private const string Version = "GLIBCXX_3.4.32";

    private static readonly Lazy<bool> Prepared = new(Prepare);

    /// <summary>To be called before anything touches torch; the first call does the work.</summary>
    /// <exception cref="InvalidOperationException">The library needs the change and cannot be written.</exception>
    public static void Ensure() => _ = Prepared.Value;

    /// <summary>Changes the library of a folder where it needs it.</summary>
    /// <returns>Whether it was changed.</returns>
    /// <exception cref="InvalidOperationException">It needs the change and cannot be written, or is damaged.</exception>
    internal static bool Prepare(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            if (VersionNeed.MarkWeak(bytes, Version) == 0)
            {
                return false;
            }

            // Another process may be about to load it: it sees the old file or the new one, never a part.
            string temporary = $"{path}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InvalidOperationException(
                $"{path} must be changed by one byte to load with this machine's libstdc++, which lacks {Version}, and cannot be: {e.Message}; make the folder writable, or install a newer libstdc++",
                e);
        }
    }

    private static bool Prepare()
    {
        string[] places =
        [
            Path.Combine(AppContext.BaseDirectory, Library),
            Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", Library),
        ];
        return OperatingSystem.IsLinux()
            && places.FirstOrDefault(File.Exists) is { } path
            && !RuntimeHasVersion()
            && Prepare(path);
    }

    // The versions that a libstdc++ defines stand in it as text.
    private static bool RuntimeHasVersion()
    {
        if (!NativeLibrary.TryLoad("libstdc++.so.6", out nint _))
        {
            return false;
        }

        string? loaded = File.ReadLines("/proc/self/maps").FirstOrDefault(line => line.Contains("libstdc++.so", StringComparison.Ordinal));
        int start = loaded?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return start >= 0 && File.ReadAllBytes(loaded![start..]).AsSpan().IndexOf("GLIBCXX_3.4.32\0"u8) >= 0;
    }
}
