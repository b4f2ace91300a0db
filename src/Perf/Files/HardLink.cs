using System.Runtime.InteropServices;

namespace Perf.Files;

/// <summary>A second name of a file, which takes no space of its own.</summary>
internal static partial class HardLink
{
    /// <summary>Gives a file another name; false where the system or the file system refuses.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">The path that it gets too; nothing may be there, and its folder must.</param>
    public static bool TryCreate(string file, string name) => OperatingSystem.IsWindows()
        ? CreateHardLink(name, file, security: 0) != 0
        : Link(file, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string file, string name);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int CreateHardLink(string name, string file, nint security);
}
