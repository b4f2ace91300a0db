using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;

namespace Perf.Tests.Measurement.Devices;

/// <summary>
/// A library that looks like NVIDIA's driver and its management library, <c>devices.c</c>, compiled by the machine's C compiler; it behaves
/// as it is told.
/// </summary>
internal static class DeviceStandIn
{
    /// <summary>
    /// Compiles the library with the given definitions into the folder; ignores the test where nothing can.
    /// </summary>
    public static string Compile(string folder, params string[] definitions)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The stand-in for NVIDIA's libraries is written for Linux and macOS.");
        }

        string source = Path.Combine(AppContext.BaseDirectory, "devices.c");
        string library = Path.Combine(folder, "libstandin.so");
        string[] arguments =
            ["-shared", "-fPIC", "-w", .. definitions.Select(one => "-D" + one), "-o", library, source];
        foreach (string compiler in (string[])["cc", "gcc", "clang"])
        {
            if (Runs(compiler, arguments))
            {
                return library;
            }
        }

        Assert.Ignore("There is no C compiler to make the stand-in for NVIDIA's libraries.");
        return library;
    }

    /// <summary>Compiles it under the names by which a process finds the machine's own: one file, so that both are one library.</summary>
    public static void CompileAsTheMachines(string folder, params string[] definitions)
    {
        string library = Compile(folder, definitions);
        File.CreateSymbolicLink(Path.Combine(folder, "libcuda.so.1"), library);
        File.CreateSymbolicLink(Path.Combine(folder, "libnvidia-ml.so.1"), library);
    }

    private static bool Runs(string compiler, string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(compiler, arguments) { RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? true : throw new AssertionException($"{compiler} fails: {errors}");
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
