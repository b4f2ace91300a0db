using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;

namespace Perf.Tests.Measurement.Probes;

/// <summary>
/// A library that looks like NVIDIA's, compiled by the machine's C compiler; it behaves as it is told.
/// </summary>
internal static class NvmlStandIn
{
    private const string Source =
        """
        #include <string.h>
        #include <unistd.h>
        #ifndef INIT
        #define INIT 0
        #endif
        #ifndef LOST_AFTER
        #define LOST_AFTER 1000000
        #endif
        #ifndef PROCESSES
        #define PROCESSES 3
        #endif
        #ifndef OWN
        #define OWN (3ull << 20)
        #endif
        typedef struct { unsigned long long total, free, used; } memory;
        typedef struct { unsigned pid; unsigned long long used; unsigned gpu, compute; } process;
        static int reads;
        int nvmlInit_v2(void) { return INIT; }
        int nvmlShutdown(void) { return 0; }
        const char *nvmlErrorString(int code) {
            return code == 9 ? "Driver Not Loaded" : code == 15 ? "GPU is lost" : code == 6 ? "Not Found" : ""; }
        int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **device) {
            *device = (void *)(long)(index + 1); return index < 2 ? 0 : 6; }
        int nvmlDeviceGetHandleByUUID(const char *uuid, void **device) {
            *device = (void *)2; return strcmp(uuid, "GPU-two") ? 6 : 0; }
        int nvmlDeviceGetName(void *device, char *name, unsigned length) {
            strncpy(name, device == (void *)1 ? "Stand-in One" : "Stand-in Two", length); return 0; }
        #ifndef WITHOUT_MEMORY
        int nvmlDeviceGetMemoryInfo(void *device, memory *answer) {
            answer->total = 80ull << 30; answer->used = 5ull << 30; answer->free = 75ull << 30;
            return ++reads == LOST_AFTER + 1 ? 15 : 0; }
        #endif
        #ifndef WITHOUT_PROCESSES
        int nvmlDeviceGetComputeRunningProcesses_v3(void *device, unsigned *count, process *answer) {
            unsigned room = *count;
            *count = PROCESSES;
            if (room < PROCESSES) return 7;
            for (int i = 0; i < PROCESSES; i++) {
                answer[i].pid = 1; answer[i].used = 1; }
            answer[PROCESSES - 1].pid = getpid(); answer[PROCESSES - 1].used = OWN;
            return 0; }
        #endif
        """;

    /// <summary>
    /// Compiles the library with the given definitions into the folder; ignores the test where nothing can.
    /// </summary>
    public static string Compile(string folder, string[] definitions)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The stand-in for NVIDIA's library is written for Linux and macOS.");
        }

        string source = Path.Combine(folder, "nvml.c");
        string library = Path.Combine(folder, "libstandin.so");
        File.WriteAllText(source, Source);
        string[] arguments =
            ["-shared", "-fPIC", "-w", .. definitions.Select(one => "-D" + one), "-o", library, source];
        foreach (string compiler in (string[])["cc", "gcc", "clang"])
        {
            if (Runs(compiler, arguments))
            {
                return library;
            }
        }

        Assert.Ignore("There is no C compiler to make the stand-in for NVIDIA's library.");
        return library;
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
