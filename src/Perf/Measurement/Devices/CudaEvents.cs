namespace Perf.Measurement.Devices;

/// <summary>The functions of NVIDIA's driver that take a device's own time; each answers 0 for success.</summary>
internal sealed unsafe class CudaEvents
{
    // CU_EVENT_DEFAULT, and the stream that waits for all others but those made to run beside it.
    private const uint TimedEvent = 0;
    private const nint DefaultStream = 0;

    private readonly CudaLibrary _cuda;
    private readonly delegate* unmanaged[Cdecl]<nint*, uint, int> _create;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _destroy;
    private readonly delegate* unmanaged[Cdecl]<nint, nint, int> _record;
    private readonly delegate* unmanaged[Cdecl]<nint, int> _await;
    private readonly delegate* unmanaged[Cdecl]<float*, nint, nint, int> _elapsed;

    /// <summary>Finds them.</summary>
    /// <param name="cuda">The driver.</param>
    /// <param name="find">Finds a function by its name.</param>
    /// <exception cref="EntryPointNotFoundException">One is not there.</exception>
    public CudaEvents(CudaLibrary cuda, Func<string, nint> find)
    {
        _cuda = cuda;
        _create = (delegate* unmanaged[Cdecl]<nint*, uint, int>)find("cuEventCreate");
        _destroy = (delegate* unmanaged[Cdecl]<nint, int>)find("cuEventDestroy_v2");
        _record = (delegate* unmanaged[Cdecl]<nint, nint, int>)find("cuEventRecord");
        _await = (delegate* unmanaged[Cdecl]<nint, int>)find("cuEventSynchronize");
        _elapsed = (delegate* unmanaged[Cdecl]<float*, nint, nint, int>)find("cuEventElapsedTime");
    }

    /// <summary>Makes an event.</summary>
    public int Create(nint context, out nint created)
    {
        nint made = 0;
        using CudaLibrary.Entered entered = _cuda.Enter(context);
        int answer = entered.Answer == 0 ? _create(&made, TimedEvent) : entered.Answer;
        created = made;
        return answer;
    }

    /// <summary>Puts an event into the context's default stream.</summary>
    public int Record(nint context, nint mark)
    {
        using CudaLibrary.Entered entered = _cuda.Enter(context);
        return entered.Answer == 0 ? _record(mark, DefaultStream) : entered.Answer;
    }

    /// <summary>Waits for the second of two events and tells what lies between them, s.</summary>
    public int ReadSeconds(nint context, nint first, nint second, out double seconds)
    {
        float milliseconds = 0;
        using CudaLibrary.Entered entered = _cuda.Enter(context);
        int answer = entered.Answer;
        answer = answer == 0 ? _await(second) : answer;
        answer = answer == 0 ? _elapsed(&milliseconds, first, second) : answer;
        seconds = milliseconds / 1e3;
        return answer;
    }

    /// <summary>Forgets events; 0 is none.</summary>
    public void Destroy(nint context, nint first, nint second)
    {
        using CudaLibrary.Entered entered = _cuda.Enter(context);
        if (entered.Answer == 0)
        {
            _ = first == 0 ? 0 : _destroy(first);
            _ = second == 0 ? 0 : _destroy(second);
        }
    }
}
