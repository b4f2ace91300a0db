using System.Runtime.InteropServices;

namespace Perf.Measurement.Devices;

/// <summary>
/// The functions of NVIDIA's driver that are needed (CUDA Driver API reference, "cuda.h"); each answers 0 for success. Whatever library the
/// subject uses, its work goes through this one.
/// </summary>
internal sealed unsafe class CudaLibrary
{
    private readonly nint _library;
    private readonly delegate* unmanaged[Cdecl]<uint, int> _start;
    private readonly delegate* unmanaged[Cdecl]<int*, int> _deviceCount;
    private readonly delegate* unmanaged[Cdecl]<int*, int, int> _device;
    private readonly delegate* unmanaged[Cdecl]<byte*, int, int, int> _name;
    private readonly delegate* unmanaged[Cdecl]<byte*, int, int> _uuid;
    private readonly delegate* unmanaged[Cdecl]<int, uint*, int*, int> _state;
    private readonly delegate* unmanaged[Cdecl]<nint*, int, int> _retain;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _push;
    private readonly delegate* unmanaged[Cdecl]<nint*, int> _pop;
    private readonly delegate* unmanaged[Cdecl]<nint*, int> _current;
    private readonly delegate* unmanaged[Cdecl]<int*, int> _currentDevice;
    private readonly delegate* unmanaged[Cdecl]<int> _synchronize;
    private readonly delegate* unmanaged[Cdecl]<int, byte**, int> _errorText;

    private CudaLibrary(nint library)
    {
        _library = library;
        _start = (delegate* unmanaged[Cdecl]<uint, int>)Function("cuInit");
        _deviceCount = (delegate* unmanaged[Cdecl]<int*, int>)Function("cuDeviceGetCount");
        _device = (delegate* unmanaged[Cdecl]<int*, int, int>)Function("cuDeviceGet");
        _name = (delegate* unmanaged[Cdecl]<byte*, int, int, int>)Function("cuDeviceGetName");

        // The second version tells a partition (MIG) from its device.
        _uuid = (delegate* unmanaged[Cdecl]<byte*, int, int>)(NativeLibrary.TryGetExport(library, "cuDeviceGetUuid_v2", out nint uuid) ? uuid : Function("cuDeviceGetUuid"));
        _state = (delegate* unmanaged[Cdecl]<int, uint*, int*, int>)Function("cuDevicePrimaryCtxGetState");
        _retain = (delegate* unmanaged[Cdecl]<nint*, int, int>)Function("cuDevicePrimaryCtxRetain");
        _push = (delegate* unmanaged[Cdecl]<nint, int>)Function("cuCtxPushCurrent_v2");
        _pop = (delegate* unmanaged[Cdecl]<nint*, int>)Function("cuCtxPopCurrent_v2");
        _current = (delegate* unmanaged[Cdecl]<nint*, int>)Function("cuCtxGetCurrent");
        _currentDevice = (delegate* unmanaged[Cdecl]<int*, int>)Function("cuCtxGetDevice");
        _synchronize = (delegate* unmanaged[Cdecl]<int>)Function("cuCtxSynchronize");
        Events = new CudaEvents(this, Function);
        _errorText = (delegate* unmanaged[Cdecl]<int, byte**, int>)Function("cuGetErrorString");
    }

    /// <summary>The driver, loaded where it is not yet; null where there is none, or one without these functions: then nothing can run on it.</summary>
    public static CudaLibrary? Load(string file) => NativeLibrary.TryLoad(file, out nint library) ? Of(library) : null;

    /// <summary>The driver where something in this process has loaded it: then only can anything run on it.</summary>
    public static CudaLibrary? FindLoaded(string file) => LoadedLibrary.Find(file) is var library and not 0 ? Of(library) : null;

    private static CudaLibrary? Of(nint library)
    {
        try
        {
            return new CudaLibrary(library);
        }
        catch (EntryPointNotFoundException)
        {
            NativeLibrary.Free(library);
            return null;
        }
    }

    /// <summary>Events, which take a device's own time.</summary>
    public CudaEvents Events { get; }

    /// <summary>Starts the driver, which takes nothing of a device yet; whether it could.</summary>
    public bool Start() => _start(0) == 0;

    /// <summary>How many devices there are; 0 as long as nobody in this process has started the driver.</summary>
    public int CountDevices()
    {
        int count = 0;
        return _deviceCount(&count) == 0 ? count : 0;
    }

    /// <summary>Whether anybody in this process uses the context that all users of a device share.</summary>
    public bool IsInUse(int index)
    {
        int device;
        uint flags;
        int isActive = 0;
        return _device(&device, index) == 0 && _state(device, &flags, &isActive) == 0 && isActive != 0;
    }

    /// <summary>The context that all users of a device share, kept from now on; 0 where it cannot be had.</summary>
    public nint KeepContext(int index)
    {
        int device;
        nint context = 0;
        return _device(&device, index) == 0 && _retain(&context, device) == 0 ? context : 0;
    }

    /// <summary>The context that the calling thread works with; 0 where it works with none.</summary>
    public nint CurrentContext()
    {
        nint context = 0;
        return _current(&context) == 0 ? context : 0;
    }

    /// <summary>The index of the device of the calling thread's context.</summary>
    public int CurrentDevice()
    {
        int device = 0;
        _ = _currentDevice(&device);
        return device;
    }

    /// <summary>Name and UUID of a device.</summary>
    public DeviceIdentity Identify(int index)
    {
        const int Capacity = 256;
        int device = 0;
        byte* name = stackalloc byte[Capacity];
        byte* uuid = stackalloc byte[16];
        name[0] = 0;
        _ = _device(&device, index);
        _ = _name(name, Capacity - 1, device);
        bool isKnown = _uuid(uuid, device) == 0;
        return new DeviceIdentity(
            Marshal.PtrToStringUTF8((nint)name) ?? "",
            isKnown ? $"GPU-{new Guid(new ReadOnlySpan<byte>(uuid, 16), bigEndian: true)}" : null);
    }

    /// <summary>Returns when all that was given to a context is done.</summary>
    public int Synchronize(nint context)
    {
        using Entered entered = Enter(context);
        return entered.Answer == 0 ? _synchronize() : entered.Answer;
    }

    /// <summary>An answer in words, such as <c>700 (an illegal memory access was encountered)</c>.</summary>
    public string Explain(int answer)
    {
        byte* text = null;
        return _errorText(answer, &text) == 0 && Marshal.PtrToStringUTF8((nint)text) is { Length: > 0 } words ? $"{answer} ({words})" : $"{answer}";
    }

    /// <summary>
    /// Makes a context the calling thread's until disposed: it is current on the threads that used the device, and a body may have used it on any.
    /// </summary>
    public Entered Enter(nint context) => new(this, context);

    private nint Function(string name) => NativeLibrary.GetExport(_library, name);

    /// <summary>A context that the calling thread has entered, where <see cref="Answer"/> is 0.</summary>
    public readonly ref struct Entered
    {
        private readonly CudaLibrary _cuda;

        public Entered(CudaLibrary cuda, nint context) => (_cuda, Answer) = (cuda, cuda._push(context));

        public int Answer { get; }

        public void Dispose()
        {
            nint popped;
            if (Answer == 0)
            {
                _ = _cuda._pop(&popped);
            }
        }
    }
}
