using System.Runtime.InteropServices;

namespace Receipts.Native;

/// <summary>
/// The path by which the loader (glibc) knows a library. TorchSharp asks for libtorch by the path of the packaged file, and the loader
/// looks for that path among the libraries it has before it opens a file: under its name stands the one that was loaded instead.
/// </summary>
internal static partial class LoaderPath
{
    private const int Lazy = 1;
    private const int OnlyIfLoaded = 4;

    // struct link_map of <link.h>: l_addr, then l_name. What dlopen returns points to it.
    private static readonly int NameAt = nint.Size;

    /// <summary>Lets the loader take a loaded library wherever it is asked for another path.</summary>
    /// <param name="wanted">The path that will be asked for.</param>
    /// <param name="loaded">The path that it was loaded by.</param>
    /// <returns>Whether the loader says that it does so: it was asked, and has loaded nothing.</returns>
    public static bool Redirect(string wanted, string loaded)
    {
        nint library = Open(loaded, Lazy | OnlyIfLoaded);
        if (library == 0)
        {
            return false;
        }

        // Any other path there would mean that this is no link_map: then nothing is written.
        if (Open(wanted, Lazy | OnlyIfLoaded) != library && Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(library, NameAt)) == loaded)
        {
            // Held for the life of the process, as the library is.
            Marshal.WriteIntPtr(library, NameAt, Marshal.StringToCoTaskMemUTF8(wanted));
        }

        return Open(wanted, Lazy | OnlyIfLoaded) == library;
    }

    [LibraryImport("libdl.so.2", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);
}
