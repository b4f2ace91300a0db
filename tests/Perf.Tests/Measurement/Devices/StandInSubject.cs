using System.Runtime.InteropServices;

namespace Perf.Tests.Measurement.Devices;

/// <summary>What a subject does with the device of the stand-in.</summary>
internal sealed unsafe class StandInSubject(string library) : IDisposable
{
    private readonly nint _library = NativeLibrary.Load(library);

    public void Use(int device) => ((delegate* unmanaged[Cdecl]<int, void>)Function("standin_use"))(device);

    /// <summary>Makes a context of its own, and works with it on this thread.</summary>
    public void CreateContext() => ((delegate* unmanaged[Cdecl]<nint>)Function("standin_create_context"))();

    /// <summary>Takes the device's context from all that use it.</summary>
    public void Reset(int device) => ((delegate* unmanaged[Cdecl]<int, void>)Function("standin_reset"))(device);

    /// <summary>How many events there are now.</summary>
    public int CountEvents() => ((delegate* unmanaged[Cdecl]<int>)Function("standin_events"))();

    /// <summary>Gives the device work of so long; returns at once.</summary>
    public void Give(TimeSpan work) =>
        ((delegate* unmanaged[Cdecl]<int, void>)Function("standin_work"))((int)work.TotalMicroseconds);

    public void Allocate(long bytes) => ((delegate* unmanaged[Cdecl]<ulong, void>)Function("standin_allocate"))((ulong)bytes);

    public void Free(long bytes) => ((delegate* unmanaged[Cdecl]<ulong, void>)Function("standin_free"))((ulong)bytes);

    /// <summary>Lets the device answer so from now on.</summary>
    public void Fail(int code) => ((delegate* unmanaged[Cdecl]<int, void>)Function("standin_fail"))(code);

    public void Dispose() => NativeLibrary.Free(_library);

    private nint Function(string name) => NativeLibrary.GetExport(_library, name);
}
