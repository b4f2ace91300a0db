using Perf.Measurement.Probes;

namespace Perf.Recording;

/// <summary>Says how far a recording has come, and about how long it will still take.</summary>
/// <param name="clock">The clock.</param>
/// <param name="measurements">How many measurements there are in all.</param>
/// <param name="write">Writes a line.</param>
internal sealed class RecordingProgress(IClock clock, int measurements, Action<string> write)
{
    // A line a test would be a thousand lines of some suites.
    private const double SecondsBetweenLines = 5;

    private readonly long _start = clock.Timestamp();
    private double _lastLine = double.NegativeInfinity;
    private int _done;
    private string _process = "";

    /// <summary>A process begins.</summary>
    public void Process(int number, int of)
    {
        _process = $"process {number} of {of}";
        _lastLine = double.NegativeInfinity;
        if (_done == 0)
        {
            write($"Perf: recording, {_process}");
        }
    }

    /// <summary>A test was measured.</summary>
    public void Test(string name)
    {
        _done = Math.Min(_done + 1, measurements);
        double seconds = clock.Seconds(_start, clock.Timestamp());
        if (seconds - _lastLine < SecondsBetweenLines && _done < measurements)
        {
            return;
        }

        _lastLine = seconds;
        double left = seconds / _done * (measurements - _done);
        write($"Perf: recording, {_process}, measurement {_done} of {measurements} ({name}), {InWords(left)} left");
    }

    private static string InWords(double seconds) => seconds >= 90
        ? FormattableString.Invariant($"about {seconds / 60:0} min")
        : FormattableString.Invariant($"about {seconds:0} s");
}
