using System.Runtime.InteropServices;

namespace Receipts.Native;

/// <summary>
/// Loads the libtorch of a folder, and TorchSharp's library on top of it, so that no file of the packaged libtorch gets into the process.
/// </summary>
internal static class InstalledLibtorch
{
    private const string WithoutPackage = "build with " + LibtorchHome.Variable + " set, so that the application ships no libtorch";

    // By their paths TorchSharp asks for these alone; the others its library finds in the process by their names.
    private static readonly string[] AskedFor = ["libtorch_cpu.so", LibtorchHome.CudaLibrary];

    /// <summary>Checks the folder and loads it; loading it again, from another load context, changes nothing.</summary>
    /// <param name="home">The folder.</param>
    /// <param name="torchSharpLibrary">The path of <c>libLibTorchSharp.so</c>.</param>
    /// <exception cref="LibtorchException">It cannot be used, or another libtorch is or would be in the process.</exception>
    public static void Load(LibtorchHome home, string torchSharpLibrary)
    {
        home.RequireLibraries();
        RequireNoOther(home);
        RequireNoPackagedCuda(home);
        LibtorchSymbols.Require(home, torchSharpLibrary);
        foreach (string path in home.Libraries)
        {
            LoadLibrary(home, path);
        }

        foreach (string path in home.Libraries.Where(path => AskedFor.Contains(Path.GetFileName(path))))
        {
            Redirect(home, path);
        }

        LoadLibrary(home, torchSharpLibrary);
        RequireNoOther(home);
    }

    private static void LoadLibrary(LibtorchHome home, string path)
    {
        try
        {
            NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            // What the loader said stands last.
            string reason = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
            throw home.Wrong($"{path} cannot be loaded: {reason}", e);
        }
    }

    private static void Redirect(LibtorchHome home, string loaded)
    {
        if (ApplicationLibraries.Find(Path.GetFileName(loaded)).FirstOrDefault() is { } packaged && !LoaderPath.Redirect(packaged, loaded))
        {
            throw home.Wrong($"this machine's loader would load {packaged} beside it; {WithoutPackage}");
        }
    }

    private static void RequireNoPackagedCuda(LibtorchHome home)
    {
        if (!home.HasCuda && ApplicationLibraries.Find(LibtorchHome.CudaLibrary).FirstOrDefault() is { } packaged)
        {
            throw home.Wrong($"it has no {LibtorchHome.CudaLibrary}, and {packaged} does not fit onto it; name a libtorch with CUDA, or {WithoutPackage}");
        }
    }

    private static void RequireNoOther(LibtorchHome home)
    {
        if (LoadedLibtorch.ForeignTo(home) is { } other)
        {
            throw home.Wrong($"{other} is in the process already, and a second libtorch would end it; {WithoutPackage}");
        }
    }
}
