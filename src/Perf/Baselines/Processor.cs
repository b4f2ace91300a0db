using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32;

namespace Perf.Baselines;

/// <summary>What the processor calls itself.</summary>
internal static partial class Processor
{
    private const string LinuxProcessors = "/proc/cpuinfo";
    private const string WindowsProcessor = @"HKEY_LOCAL_MACHINE\HARDWARE\DESCRIPTION\System\CentralProcessor\0";
    private const string MacProcessor = "machdep.cpu.brand_string";

    /// <summary>The model of the processor, or at least its architecture.</summary>
    public static string Model()
    {
        string? model = null;
        if (OperatingSystem.IsWindows())
        {
            model = OnWindows();
        }
        else if (OperatingSystem.IsMacOS())
        {
            model = OnMac();
        }
        else if (File.Exists(LinuxProcessors))
        {
            model = FromProcessorInformation(File.ReadLines(LinuxProcessors));
        }

        return string.IsNullOrWhiteSpace(model) ? RuntimeInformation.OSArchitecture.ToString() : model.Trim();
    }

    /// <summary>The model from the lines of Linux's <c>/proc/cpuinfo</c>: that of the first processor in it.</summary>
    public static string? FromProcessorInformation(IEnumerable<string> lines)
    {
        Dictionary<string, string> first = new(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            string[] parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2)
            {
                first.TryAdd(parts[0], parts[1]);
            }
        }

        if (first.TryGetValue("model name", out string? name))
        {
            // A virtual machine may say no more than "AMD EPYC"; family and model tell its generations apart.
            return first.TryGetValue("cpu family", out string? family) && first.TryGetValue("model", out string? model)
                ? $"{name}, family {family} model {model}"
                : name;
        }

        // Arm names nobody: implementer and part are its model.
        return first.TryGetValue("CPU implementer", out string? implementer)
            && first.TryGetValue("CPU part", out string? part)
            ? $"implementer {implementer} part {part}"
            : null;
    }

    [SupportedOSPlatform("windows")]
    private static string? OnWindows()
    {
        string? name = (Registry.GetValue(WindowsProcessor, "ProcessorNameString", null) as string)?.Trim();
        string? identifier = Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return name is null || identifier is null ? name ?? identifier : $"{name}, {identifier}";
    }

    [SupportedOSPlatform("macos")]
    private static unsafe string? OnMac()
    {
        Span<byte> text = stackalloc byte[256];
        nuint length = (nuint)text.Length;
        fixed (byte* start = text)
        {
            return SystemControlByName(MacProcessor, start, ref length, null, 0) == 0
                ? Marshal.PtrToStringUTF8((nint)start)
                : null;
        }
    }

    [LibraryImport("libc", EntryPoint = "sysctlbyname", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int SystemControlByName(
        string name,
        void* oldValue,
        ref nuint oldLength,
        void* newValue,
        nuint newLength);
}
