using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Perf.Duets;

/// <summary>
/// Tells the instruments of the copies of a test assembly apart, which publish the same names in one process: whose one is
/// tells who ran when it appeared.
/// </summary>
internal static class InstrumentOrigins
{
    private static readonly ConditionalWeakTable<Instrument, string> Builds = [];
    private static readonly MeterListener Listener = new() { InstrumentPublished = Note };
    private static volatile string? _running;

    /// <summary>The build whose code runs: base, head, or null for the test host's own copy.</summary>
    public static string? Running
    {
        get => _running;
        set => _running = value;
    }

    /// <summary>Begins to note; before either build is loaded.</summary>
    public static void Watch()
    {
        // What is published already is told while it starts, and is the test host's whoever runs.
        string? running = _running;
        _running = null;
        Listener.Start();
        _running = running;
    }

    /// <summary>Whether an instrument is a build's.</summary>
    public static bool IsOf(Instrument instrument, string build) =>
        Builds.TryGetValue(instrument, out string? owner) && owner == build;

    /// <summary>Whether an instrument is the test host's own.</summary>
    public static bool IsOfHost(Instrument instrument) => !Builds.TryGetValue(instrument, out _);

    private static void Note(Instrument instrument, MeterListener listener)
    {
        if (_running is { } build)
        {
            Builds.TryAdd(instrument, build);
        }
    }
}
