using Perf.Controlled;
using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Controls;
using Perf.Measurement.Probes;
using Perf.Tests.Measurement;

namespace Perf.Tests.Controlled;

/// <summary>A body in a process that is made up: its luck, the layout of its instances, and a neighbour on the same core.</summary>
internal sealed class SimulatedSubject(FakeClock clock, Random random) : IControlledBody
{
    private bool _isNeighbourThere;
    private double _changesAt = double.NaN;
    private double _instance = 1;

    /// <summary>What a call takes, s.</summary>
    public double Seconds { get; init; } = 0.002;

    /// <summary>The luck of this process, as ln ratio.</summary>
    public double Luck { get; init; }

    /// <summary>The standard deviation of ln time between instances.</summary>
    public double InstanceNoise { get; init; }

    /// <summary>The standard deviation of ln time between calls.</summary>
    public double CallNoise { get; init; }

    /// <summary>For how long a neighbour stays away, as a mean, s; 0 where there is none.</summary>
    public double NeighbourAwaySeconds { get; init; }

    /// <summary>For how long it stays, as a mean, s.</summary>
    public double NeighbourStaysSeconds { get; init; } = 0.05;

    /// <summary>How much longer everything takes while it is there.</summary>
    public double Slowdown { get; init; } = 1.5;

    /// <summary>What share of a call waits.</summary>
    public double Waiting { get; init; }

    /// <summary>What other threads work meanwhile, as a share of a call.</summary>
    public double Helping { get; init; }

    /// <summary>How fast the processor is.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>How often it was set up.</summary>
    public int Stands { get; private set; }

    /// <summary>Whether it stands now.</summary>
    public bool IsStanding { get; private set; }

    /// <summary>What ran so far: the body as <c>x</c>, the sentinel as <c>r</c>, a control by its first letter.</summary>
    public List<char> Calls { get; } = [];

    /// <summary>The compiler.</summary>
    public ICompilerProbe? Compiler { get; init; }

    /// <summary>Told of each call before it is made.</summary>
    public Action<char> OnCall { get; init; } = _ => { };

    /// <summary>Called between samples.</summary>
    public Action ThrowIfStopped { get; init; } = () => { };

    /// <summary>Minor page faults so far.</summary>
    public Func<long> CountFaults { get; init; } = () => PageFaults.Unknown;

    public void Stand(Action<DuetBody> use)
    {
        Stands++;
        _instance = Math.Exp(Luck + (InstanceNoise * Normal()));
        IsStanding = true;
        try
        {
            use(new DuetBody(() => { }, Call));
        }
        finally
        {
            IsStanding = false;
        }
    }

    /// <summary>A control that is run in this process.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seconds">What it takes, s.</param>
    /// <param name="noise">The standard deviation of ln time between its runs.</param>
    public IControl Control(string name = "Mixed", double seconds = 0.0003, double noise = 0) =>
        Control(name, () => seconds * Noise(noise));

    /// <summary>A control that takes as long as the test says, s.</summary>
    public IControl Control(string name, Func<double> seconds) => new SimulatedControl(name, () => Run(name[0], seconds()));

    /// <summary>A launch beside one control.</summary>
    public ControlledSamples Launch(Func<ControlledSamples, bool>? isEnough = null, SamplingPlan? plan = null) =>
        Launch([Control()], own: null, isEnough, plan);

    /// <summary>A launch that chooses among controls.</summary>
    public ControlledSamples Launch(
        IReadOnlyList<IControl> controls, IControl? own, Func<ControlledSamples, bool>? isEnough = null, SamplingPlan? plan = null) =>
        new ControlledLaunch(FakeProbes.With(clock, Compiler), ThrowIfStopped)
        {
            Sentinel = Control("r", seconds: 0.0001),
            CountFaults = CountFaults,
        }.Measure(this, plan ?? new SamplingPlan(), controls, own, isOwn: null, isEnough ?? (_ => false));

    /// <summary>A number of the standard normal distribution (Box and Muller 1958).</summary>
    public double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private void Call()
    {
        double seconds = Seconds * _instance * Noise(CallNoise);
        Run('x', seconds * (1 - Waiting));
        clock.Wait(seconds * Waiting);
        clock.Help(seconds * Helping);
    }

    private double Noise(double deviation) => deviation == 0 ? 1 : Math.Exp(deviation * Normal());

    private void Run(char what, double seconds)
    {
        OnCall(what);
        Calls.Add(what);
        Work(seconds / Speed);
    }

    // The neighbour comes and goes in the midst of what runs.
    private void Work(double seconds)
    {
        if (NeighbourAwaySeconds == 0)
        {
            clock.Work(seconds);
            return;
        }

        _changesAt = double.IsNaN(_changesAt) ? clock.Now + Lasting() : _changesAt;
        double factor = _isNeighbourThere ? Slowdown : 1;
        while (_changesAt - clock.Now is var left && left < seconds * factor)
        {
            clock.Work(Math.Max(0, left));
            seconds -= Math.Max(0, left) / factor;
            _isNeighbourThere = !_isNeighbourThere;
            factor = _isNeighbourThere ? Slowdown : 1;
            _changesAt = clock.Now + Lasting();
        }

        clock.Work(seconds * factor);
    }

    private double Lasting() => -Math.Log(1 - random.NextDouble()) * (_isNeighbourThere ? NeighbourStaysSeconds : NeighbourAwaySeconds);

    private sealed class SimulatedControl(string name, Action run) : IControl
    {
        public string Name => name;

        public int Version => 1;

        public void Run() => run();
    }
}
