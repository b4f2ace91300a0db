using System.Runtime.InteropServices;

namespace Receipts.Native;

/// <summary>
/// Brings TorchSharp's native libraries into the process. Where the C++ runtime is older than GCC 13's (Debian 12, Ubuntu 22.04) its own
/// library asks for a version of libstdc++ of which it uses no symbol: one byte in the copy beside the application is changed, only there.
/// Where <c>LIBTORCH_HOME</c> names a libtorch, that one is loaded, before TorchSharp looks for the packaged one.
/// </summary>
internal static class TorchNative
{
    private const string Library = "libLibTorchSharp.so";
    private const string Version = "GLIBCXX_3.4.32";

    private static readonly Lazy<LibtorchHome?> Prepared = new(Prepare);

    /// <summary>To be called before anything touches torch; the first call does the work.</summary>
    /// <returns>The libtorch that was loaded instead of the packaged one; null where none was asked for.</returns>
    /// <exception cref="LibtorchException">It cannot be loaded as it was asked for.</exception>
    public static LibtorchHome? Ensure() => Prepared.Value;

    /// <summary>Changes TorchSharp's library where it needs it.</summary>
    /// <returns>Whether it was changed.</returns>
    /// <exception cref="LibtorchException">It needs the change and cannot be written, or is damaged.</exception>
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
            throw new LibtorchException(
                $"{path} must be changed by one byte to load with this machine's libstdc++, which lacks {Version}, and cannot be: {e.Message}; make the folder writable, or install a newer libstdc++",
                e);
        }
    }

    private static LibtorchHome? Prepare()
    {
        LibtorchHome? home = LibtorchHome.FromEnvironment();
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return home is null ? null : throw home.Wrong($"this is for Linux on {ElfLibrary.Architecture} only; unset it");
        }

        string? library = ApplicationLibraries.Find(Library).FirstOrDefault();
        if (library is not null && !RuntimeHasVersion())
        {
            Prepare(library);
        }

        if (home is null)
        {
            RequirePackaged();
        }
        else
        {
            InstalledLibtorch.Load(home, library ?? throw home.Wrong($"{Library} is not in {AppContext.BaseDirectory}; build the application again"));
        }

        return home;
    }

    // TorchSharp would look for packages on this machine, copy half a gigabyte, and then say something else.
    private static void RequirePackaged()
    {
        const string Torch = "libtorch_cpu.so";
        if (!ApplicationLibraries.Find(Torch).Any() && !NativeLibrary.TryLoad(Torch, out nint _))
        {
            throw new LibtorchException(
                $"{AppContext.BaseDirectory} holds no {Torch}: this build ships no libtorch, as one does that was made with {LibtorchHome.Variable}; set {LibtorchHome.Variable} to the folder of one, such as torch/lib of a PyTorch installation, or build without it");
        }
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
