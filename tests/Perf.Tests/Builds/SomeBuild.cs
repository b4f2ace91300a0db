using System.Text;
using Shouldly;

namespace Perf.Tests.Builds;

/// <summary>Folders of files, as a build leaves them.</summary>
internal static class SomeBuild
{
    /// <summary>Writes files below a folder, which is made also for none.</summary>
    public static string Write(string folder, params IEnumerable<(string Path, string Text)> files) =>
        Write(folder, files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Text))));

    /// <summary>As the other, with bytes.</summary>
    public static string Write(string folder, IEnumerable<(string Path, byte[] Bytes)> files)
    {
        Directory.CreateDirectory(folder);
        foreach ((string path, byte[] bytes) in files)
        {
            string file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        return folder;
    }

    /// <summary>All files below a folder: their paths with slashes, and what they hold.</summary>
    public static Dictionary<string, string> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'),
            file => Convert.ToHexString(File.ReadAllBytes(file)));

    /// <summary>The contents that a store holds.</summary>
    public static string[] Objects(string root) => Directory.Exists(Path.Combine(root, "files"))
        ? Directory.GetFiles(Path.Combine(root, "files"), "*", SearchOption.AllDirectories)
        : [];

    /// <summary>The names right below a folder.</summary>
    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal);

    /// <summary>That a kept build is what it was made of.</summary>
    public static void ShouldHold(string? kept, string source) => Read(kept.ShouldNotBeNull()).ShouldBe(Read(source), ignoreOrder: true);
}
