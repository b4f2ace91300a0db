using Perf.Controlled;
using Perf.Duets;
using Perf.Files;
using Perf.Measurement;
using Perf.Measurement.Controls;

namespace Perf.Benchmarks.Decisions;

/// <summary>A recorded process that called its subject between a sentinel and a control.</summary>
internal sealed class AdjacentProcess
{
    private const double Microsecond = 1e-6;

    private readonly ControlName _control;
    private readonly double[] _controlBefore;
    private readonly double[] _sentinelBefore;
    private readonly double[] _wall;
    private readonly double[] _cpu;
    private readonly double[] _sentinelAfter;
    private readonly double[] _controlAfter;

    private AdjacentProcess(string subject, IReadOnlyList<TraceRow> calls)
    {
        Subject = subject;
        IsInWall = calls.Any(call => call.OneOf("metric", "cpu", "wall") == "wall");
        _control = new ControlName(ControlOf(subject), 1);
        _controlBefore = Seconds("control_before_us");
        _sentinelBefore = Seconds("sentinel_before_us");
        _wall = Seconds("wall_us");
        _cpu = Seconds("cpu_us");
        _sentinelAfter = Seconds("sentinel_after_us");
        _controlAfter = Seconds("control_after_us");

        double[] Seconds(string column) => [.. calls.Select(call => call.Positive(column) * Microsecond)];
    }

    /// <summary>What it called.</summary>
    public string Subject { get; }

    /// <summary>Whether CPU time of the calling thread does not tell all of it: the subject has helpers.</summary>
    public bool IsInWall { get; }

    /// <summary>How often it was called.</summary>
    public int Calls => _wall.Length;

    /// <summary>All processes of a recording.</summary>
    /// <exception cref="PerfFileException">The recording is not there, or not such a one.</exception>
    public static IReadOnlyList<AdjacentProcess> Read(DirectoryInfo folder) =>
    [
        .. TraceFile.Read(folder, "adjacent").Rows
            .GroupBy(row => (Subject: row.Text("subject"), Process: row.Text("process")))
            .Select(process => new AdjacentProcess(process.Key.Subject, [.. process])),
    ];

    /// <summary>What a call takes with all that stands around it, s.</summary>
    /// <param name="call">Which one, from 0.</param>
    /// <param name="ratio">How much longer the subject takes than it did.</param>
    public double SecondsAround(int call, double ratio) =>
        _controlBefore[call] + _sentinelBefore[call]
        + (ratio * _wall[call])
        + _sentinelAfter[call] + _controlAfter[call];

    /// <summary>The first calls, as the product would have them.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="ratio">How much longer the subject takes than it did.</param>
    /// <param name="measuredSeconds">What they took, s.</param>
    public ControlledSamples Samples(int calls, double ratio, double measuredSeconds)
    {
        double[] nothing = new double[calls];

        // Controls were recorded in the one clock that counts.
        Surroundings around = new(
            _controlBefore[..calls], _sentinelBefore[..calls], _sentinelAfter[..calls], _controlAfter[..calls]);
        LaunchSamples samples = new()
        {
            CallsPerSample = 1,
            WallSeconds = [.. _wall.Take(calls).Select(seconds => ratio * seconds)],
            CpuSeconds = [.. _cpu.Take(calls).Select(seconds => ratio * seconds)],
            AllocatedBytes = nothing,
            WarmUp = default,
            MeasuredSeconds = measuredSeconds,
        };
        return new ControlledSamples
        {
            Control = _control,
            Subject = new ArmSamples(samples, PauseSeconds: nothing),
            Cpu = around,
            Wall = around,
            NeedsWall = IsInWall,
            HasHelpers = IsInWall,
            WarmUp = default,
            MeasuredSeconds = measuredSeconds,
        };
    }

    // Which control stood beside it; the rule asks only whether it is the one of memory bandwidth.
    private static string ControlOf(string subject) => subject switch
    {
        "stream" => BuiltInControls.OfBandwidth,
        "conv1" or "conv2" => nameof(Gemm),
        _ => nameof(Mixed),
    };
}
