using System.Runtime.InteropServices;

namespace Perf.Measurement.Devices;

/// <summary>
/// The functions of NVIDIA's management library that are needed (NVML API reference, "nvml.h"); each answers 0 for
/// success.
/// </summary>
internal sealed unsafe class NvmlLibrary : IDisposable
{
    private readonly nint _library;
    private readonly delegate* unmanaged[Cdecl]<int> _shutdown;
    private readonly delegate* unmanaged[Cdecl]<int, byte*> _errorText;
    private readonly delegate* unmanaged[Cdecl]<uint, nint*, int> _deviceByIndex;
    private readonly delegate* unmanaged[Cdecl]<byte*, nint*, int> _deviceByUuid;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, uint, int> _name;
    private readonly delegate* unmanaged[Cdecl]<nint, MemoryInfo*, int> _memory;
    private readonly delegate* unmanaged[Cdecl]<nint, uint*, ProcessInfo*, int> _processes;
    private readonly delegate* unmanaged[Cdecl]<uint*, int> _deviceCount;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, uint, int> _uuid;
    private readonly delegate* unmanaged[Cdecl]<nint, nint*, int> _whole;

    private NvmlLibrary(nint library)
    {
        _library = library;
        _shutdown = (delegate* unmanaged[Cdecl]<int>)Required("nvmlShutdown");
        _deviceByIndex = (delegate* unmanaged[Cdecl]<uint, nint*, int>)Required("nvmlDeviceGetHandleByIndex_v2");
        _deviceByUuid = (delegate* unmanaged[Cdecl]<byte*, nint*, int>)Required("nvmlDeviceGetHandleByUUID");
        _name = (delegate* unmanaged[Cdecl]<nint, byte*, uint, int>)Required("nvmlDeviceGetName");
        _memory = (delegate* unmanaged[Cdecl]<nint, MemoryInfo*, int>)Required("nvmlDeviceGetMemoryInfo");
        _errorText = (delegate* unmanaged[Cdecl]<int, byte*>)Optional("nvmlErrorString");

        // Version 2 first: both answer the same, but some drivers of 535 wrote version 3 into larger entries.
        _processes = (delegate* unmanaged[Cdecl]<nint, uint*, ProcessInfo*, int>)
            Optional("nvmlDeviceGetComputeRunningProcesses_v2", "nvmlDeviceGetComputeRunningProcesses_v3");
        _uuid = (delegate* unmanaged[Cdecl]<nint, byte*, uint, int>)Optional("nvmlDeviceGetUUID");
        _whole = (delegate* unmanaged[Cdecl]<nint, nint*, int>)Optional("nvmlDeviceGetDeviceHandleFromMigDeviceHandle");
        _deviceCount = (delegate* unmanaged[Cdecl]<uint*, int>)Optional("nvmlDeviceGetCount_v2");
        Clocks = new NvmlClocks(Optional);
        var start = (delegate* unmanaged[Cdecl]<int>)Required("nvmlInit_v2");
        int answer = start();
        if (answer != 0)
        {
            throw new NvmlException($"nvmlInit_v2 answers {Explain(answer)}");
        }
    }

    /// <summary>Whether the library can list the processes on a device.</summary>
    public bool ListsProcesses => _processes is not null;

    /// <summary>Clocks, power and heat.</summary>
    public NvmlClocks Clocks { get; }

    /// <summary>How many devices there are; 0 where the library does not tell.</summary>
    public int CountDevices()
    {
        uint count = 0;
        return _deviceCount is not null && _deviceCount(&count) == 0 ? (int)count : 0;
    }

    /// <summary>Loads and starts the library.</summary>
    /// <exception cref="NvmlException">It is not there, lacks a function or does not start.</exception>
    public static NvmlLibrary Open(string name)
    {
        if (!NativeLibrary.TryLoad(name, out nint library))
        {
            throw new NvmlException($"the library {name} cannot be loaded");
        }

        try
        {
            return new NvmlLibrary(library);
        }
        catch (NvmlException)
        {
            NativeLibrary.Free(library);
            throw;
        }
    }

    /// <summary>A device by its index in the order of the PCI bus.</summary>
    public int FindByIndex(uint index, out nint device)
    {
        fixed (nint* found = &device)
        {
            return _deviceByIndex(index, found);
        }
    }

    /// <summary>A device, or a partition of one, by its UUID.</summary>
    public int FindByUuid(string uuid, out nint device)
    {
        byte* text = (byte*)Marshal.StringToCoTaskMemUTF8(uuid);
        try
        {
            fixed (nint* found = &device)
            {
                return _deviceByUuid(text, found);
            }
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)text);
        }
    }

    /// <summary>The name of a device, "" when it has none.</summary>
    public string NameOf(nint device) => Text(_name, device);

    /// <summary>The UUID of a device, "" where the library does not tell.</summary>
    public string UuidOf(nint device) => _uuid is null ? "" : Text(_uuid, device);

    /// <summary>The device that a partition (MIG) is one of; a whole device itself.</summary>
    public nint WholeOf(nint device)
    {
        nint whole = 0;
        return _whole is not null && _whole(device, &whole) == 0 && whole != 0 ? whole : device;
    }

    /// <summary>The memory of a device.</summary>
    public int ReadMemory(nint device, out MemoryInfo memory)
    {
        fixed (MemoryInfo* read = &memory)
        {
            return _memory(device, read);
        }
    }

    /// <summary>
    /// The processes that compute on a device, as many as there is room for; the count that there are.
    /// </summary>
    public int ReadProcesses(nint device, Span<ProcessInfo> processes, out uint count)
    {
        uint room = (uint)processes.Length;
        fixed (ProcessInfo* read = processes)
        {
            int answer = _processes(device, &room, read);
            count = room;
            return answer;
        }
    }

    /// <summary>An answer in words, such as <c>15 (GPU is lost)</c>.</summary>
    public string Explain(int answer) =>
        _errorText is not null && Marshal.PtrToStringUTF8((nint)_errorText(answer)) is { Length: > 0 } text
            ? $"{answer} ({text})"
            : $"{answer}";

    /// <summary>Shuts the library down and unloads it.</summary>
    public void Dispose()
    {
        _ = _shutdown();
        NativeLibrary.Free(_library);
    }

    private static string Text(delegate* unmanaged[Cdecl]<nint, byte*, uint, int> tell, nint device)
    {
        // NVML_DEVICE_NAME_V2_BUFFER_SIZE and NVML_DEVICE_UUID_V2_BUFFER_SIZE.
        const int Capacity = 96;
        byte* text = stackalloc byte[Capacity + 1];
        text[0] = text[Capacity] = 0;
        return tell(device, text, Capacity) == 0 ? Marshal.PtrToStringUTF8((nint)text) ?? "" : "";
    }

    private nint Required(string function) => Optional(function) is var address and not 0
        ? address
        : throw new NvmlException($"the library has no function {function}");

    // The first of several names of one function that this version of the library has.
    private nint Optional(params string[] functions)
    {
        foreach (string function in functions)
        {
            if (NativeLibrary.TryGetExport(_library, function, out nint address))
            {
                return address;
            }
        }

        return 0;
    }

    /// <summary>nvmlMemory_t, bytes.</summary>
    public struct MemoryInfo
    {
        public ulong Total;
        public ulong Free;
        public ulong Used;
    }

    /// <summary>nvmlProcessInfo_t as of versions 2 and 3 of the function that lists them.</summary>
    public struct ProcessInfo
    {
        public uint ProcessId;
        public ulong UsedBytes;
        public uint GpuInstance;
        public uint ComputeInstance;
    }
}
