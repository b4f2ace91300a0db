using Perf.Measurement;
using Perf.Measurement.Probes;

namespace Perf.Duets;

/// <summary>Two builds in this process.</summary>
/// <param name="bodies">Makes and sets up their fixtures.</param>
/// <param name="probes">Clock and compiler.</param>
/// <param name="owners">Whose an instrument is; null where names tell.</param>
internal sealed class SameProcessArms(IDuetBodies bodies, MachineProbes probes, InstrumentOwners? owners) : IDuetArms, IDisposable
{
    private readonly DuetArm _base = new(probes, owners?.IsBase);
    private readonly DuetArm _head = new(probes, owners?.IsHead);

    public IDuetArm Base => _base;

    public IDuetArm Head => _head;

    public ICompilerProbe Compiler => probes.Compiler;

    public bool ShareAHeap => true;

    public void Stand(bool isBaseFirst, Action use) => bodies.Stand(isBaseFirst, (baseBody, headBody) =>
    {
        _base.Stand(baseBody);
        _head.Stand(headBody);
        try
        {
            use();
        }
        finally
        {
            _base.Leave();
            _head.Leave();
        }
    });

    public void Dispose()
    {
        _base.Dispose();
        _head.Dispose();
    }
}
