using NUnit.Framework;
using Receipts.Native;

namespace Receipts.Tests.Native;

/// <summary>A libtorch elsewhere than the one that the tests run with.</summary>
internal static class LibtorchFolder
{
    /// <summary>TorchSharp's own library.</summary>
    public static string TorchSharpLibrary => ApplicationLibraries.Find("libLibTorchSharp.so").First();

    /// <summary>The folder of the libtorch that the tests run with.</summary>
    public static string InUse => LibtorchHome.FromEnvironment()?.Folder
        ?? Path.GetDirectoryName(ApplicationLibraries.Find("libtorch_cpu.so").First())!;

    /// <summary>Copies it: by links the loader would see one file, and a mix of two could not be told.</summary>
    public static void CopyTo(string folder)
    {
        if (LibtorchHome.Of(InUse).HasCuda)
        {
            Assert.Ignore("the libtorch of these tests is one for CUDA, several gigabytes to copy");
        }

        foreach (string path in Files())
        {
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
        }
    }

    /// <summary>Links it, so that a test can put something else in the place of a file.</summary>
    public static void LinkTo(string folder)
    {
        foreach (string path in Files())
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(path)), path);
        }
    }

    private static IEnumerable<string> Files() =>
        [.. LibtorchHome.Of(InUse).Libraries, .. Directory.GetFiles(InUse, "libgomp*")];
}
