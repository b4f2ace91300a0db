using System.Runtime.InteropServices;

namespace Perf.Measurement.Devices;

/// <summary>Tells whether a native library is in this process already, without loading it.</summary>
internal static unsafe class LoadedLibrary
{
    // RTLD_LAZY | RTLD_NOLOAD, of glibc and musl, and of macOS.
    private static readonly int OnlyIfLoaded = OperatingSystem.IsMacOS() ? 0x1 | 0x10 : 0x1 | 0x4;

    /// <summary>A library that somebody has loaded; 0 where nobody has.</summary>
    /// <param name="file">Its name as the loader knows it, or its path.</param>
    public static nint Find(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return InWindows(file);
        }

        if (!NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "dlopen", out nint open))
        {
            // Better loaded to no purpose than used and not seen.
            return NativeLibrary.TryLoad(file, out nint library) ? library : 0;
        }

        byte* name = (byte*)Marshal.StringToCoTaskMemUTF8(file);
        try
        {
            return ((delegate* unmanaged[Cdecl]<byte*, int, nint>)open)(name, OnlyIfLoaded);
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)name);
        }
    }

    private static nint InWindows(string file)
    {
        char* name = (char*)Marshal.StringToCoTaskMemUni(file);
        try
        {
            nint kernel = NativeLibrary.Load("kernel32.dll");
            bool isLoaded = ((delegate* unmanaged[Stdcall]<char*, nint>)NativeLibrary.GetExport(kernel, "GetModuleHandleW"))(name) != 0;

            // The handle above is not the caller's to free.
            return isLoaded && NativeLibrary.TryLoad(file, out nint library) ? library : 0;
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)name);
        }
    }
}
