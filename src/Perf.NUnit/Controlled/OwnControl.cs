using Perf.Measurement.Controls;

namespace Perf.Controlled;

/// <summary>A user's control as the engine runs it.</summary>
/// <param name="control">The user's.</param>
internal sealed class OwnControl(IPerfControl control) : IControl, IDisposable
{
    public string Name => control.Name;

    public int Version => control.Version;

    public void Run() => control.Run();

    public void Dispose() => (control as IDisposable)?.Dispose();
}
