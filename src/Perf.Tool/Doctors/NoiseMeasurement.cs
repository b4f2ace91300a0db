using Perf.Controlled;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Controls;
using Perf.Measurement.Probes;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Tool.Doctors;

/// <summary>
/// Measures the controls as if they were the bodies of tests, by the very launches that judge tests: beside themselves as a base
/// build, and between runs of themselves as beside a baseline file.
/// </summary>
internal sealed class NoiseMeasurement
{
    private static readonly SamplingPlan Plan = new();

    private readonly Action _throwIfStopped;

    /// <param name="throwIfStopped">Called between samples.</param>
    public NoiseMeasurement(Action throwIfStopped) => _throwIfStopped = throwIfStopped;

    /// <summary>Measures each control by turns, each at least once.</summary>
    /// <param name="seconds">No launch begins after so many seconds, once each was measured.</param>
    /// <param name="progress">Told what is measured.</param>
    public IReadOnlyList<ControlNoise> Run(double seconds, Action<string> progress)
    {
        Dictionary<string, ControlNoise> noise = BuiltInControls.Names.ToDictionary(name => name, name => new ControlNoise(name));
        IClock clock = SystemClock.Instance;
        long start = clock.Timestamp();
        for (int turn = 0; turn == 0 || clock.Seconds(start, clock.Timestamp()) < seconds; turn++)
        {
            foreach (string name in BuiltInControls.Names.TakeWhile(_ => turn == 0 || clock.Seconds(start, clock.Timestamp()) < seconds))
            {
                progress(name);
                long from = clock.Timestamp();
                DuetSamples duet = Duet(name);
                long between = clock.Timestamp();
                ControlledSamples beside = BesideItself(name);
                noise[name].Add(duet, clock.Seconds(from, between), beside, clock.Seconds(between, clock.Timestamp()));
            }
        }

        return [.. noise.Values];
    }

    private DuetSamples Duet(string name) => new DuetLaunch(MachineProbes.OfThisMachine, Coin.Fair, double.MaxValue, _throwIfStopped)
        .Measure(new Pair(name), Plan, owners: null, samples => ControlNoise.Of(samples).StandardError);

    private ControlledSamples BesideItself(string name) => new ControlledLaunch(MachineProbes.OfThisMachine, _throwIfStopped)
        .Measure(new Alone(name), Plan, [BuiltInControls.Find(name)!], own: null, isOwn: null, _ => false);

    private static DuetBody Body(string name)
    {
        IControl control = BuiltInControls.Find(name)!;
        return new DuetBody(() => { }, control.Run);
    }

    private sealed class Pair(string name) : IDuetBodies
    {
        public void Stand(bool isBaseFirst, Action<DuetBody, DuetBody> use)
        {
            GC.Collect();
            use(Body(name), Body(name));
        }
    }

    private sealed class Alone(string name) : IControlledBody
    {
        public void Stand(Action<DuetBody> use)
        {
            GC.Collect();
            use(Body(name));
        }
    }
}

/// <summary>The noise of one control on this machine, launch by launch.</summary>
/// <param name="name">The control.</param>
internal sealed class ControlNoise(string name)
{
    private static readonly Reading Time = new Reading.BodyTime();

    private readonly List<Estimate> _duets = [];
    private readonly List<Estimate> _beside = [];
    private readonly List<Launch> _alone = [];
    private readonly List<double> _duetSeconds = [];
    private readonly List<double> _besideSeconds = [];
    private readonly List<double> _times = [];
    private readonly List<double> _sentinels = [];
    private int _calls;
    private int _quietCalls;

    /// <summary>The control.</summary>
    public string Name => name;

    /// <summary>What it takes, as a median of wall time, s.</summary>
    public double Seconds => MathNet.Numerics.Statistics.Statistics.Median(_times);

    /// <summary>How much its wall time varies from call to call, as standard deviation of its logarithm, by its median absolute deviation.</summary>
    public double Deviation => Statistics.RobustStatistics.Deviation([.. _times.Select(seconds => Math.Log(seconds))]);

    /// <summary>How much longer the sentinel takes on average than undisturbed, a share of that.</summary>
    public double SentinelExcess => (_sentinels.Average() / MathNet.Numerics.Statistics.Statistics.Quantile(_sentinels, ControlledEstimate.FloorQuantile)) - 1;

    /// <summary>The share of the calls during which somebody else was on the core.</summary>
    public double Disturbed => 1 - (_quietCalls / (double)_calls);

    /// <summary>What can be told of like code.</summary>
    public IReadOnlyList<SmallestChange> Smallest =>
    [
        .. SmallestChange.BesideABaseBuild(_duets, _duetSeconds.Average()),
        .. SmallestChange.AgainstAFile(_beside, _besideSeconds.Average()),
        .. SmallestChange.WithoutAControl(_alone, _besideSeconds.Average()),
    ];

    /// <summary>What a duet of the control with itself says.</summary>
    public static Estimate Of(DuetSamples samples) => DuetEstimate.Of(Time, Direction.LowerIsBetter, samples, samples.NeedsWall);

    /// <summary>Adds a launch of each kind.</summary>
    public void Add(DuetSamples duet, double duetSeconds, ControlledSamples beside, double besideSeconds)
    {
        double floor = ControlledEstimate.FloorSeconds([beside], beside.NeedsWall);
        ControlledEstimate estimate = ControlledEstimate.Of(Time, Direction.LowerIsBetter, beside, beside.NeedsWall, floor);
        double[] wall = [.. beside.Subject.Samples.WallSeconds];
        double[] logs = [.. wall.Select(seconds => Math.Log(seconds))];
        _duets.Add(Of(duet));
        _beside.Add(estimate.Estimate);
        _alone.Add(new Launch(Statistics.RobustStatistics.Median(logs), Statistics.RobustStatistics.QuietMedian(logs)));
        _duetSeconds.Add(duetSeconds);
        _besideSeconds.Add(besideSeconds);
        _times.AddRange(wall);
        _sentinels.AddRange(beside.Wall.SentinelBefore);
        _sentinels.AddRange(beside.Wall.SentinelAfter);
        _calls += estimate.Calls;
        _quietCalls += estimate.QuietCalls;
    }
}
