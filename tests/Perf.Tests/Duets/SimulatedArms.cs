using Perf.Duets;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Tests.Measurement;

namespace Perf.Tests.Duets;

/// <summary>Two builds in a process that is made up: its luck, the layout of its instances, and what neighbours do.</summary>
internal sealed class SimulatedArms(FakeClock clock, Random random) : IDuetBodies
{
    private double _neighbour = 1;

    /// <summary>What a call of the base takes, s.</summary>
    public double Seconds { get; init; } = 0.002;

    /// <summary>head / base, without noise.</summary>
    public double Ratio { get; init; } = 1;

    /// <summary>The luck of this process, as ln ratio.</summary>
    public double Luck { get; init; }

    /// <summary>The standard deviation of ln time between instances.</summary>
    public double InstanceNoise { get; init; }

    /// <summary>The standard deviation of ln time between calls.</summary>
    public double CallNoise { get; init; }

    /// <summary>How often a neighbour begins or ends to disturb, per call; it costs half as much again.</summary>
    public double Bursts { get; init; }

    /// <summary>How much slower everything gets with every call.</summary>
    public double Drift { get; init; }

    /// <summary>How often a call takes up to ten times as long.</summary>
    public double HeavyTail { get; init; }

    /// <summary>What share of a call waits.</summary>
    public double WaitingInHead { get; init; }

    /// <summary>Which build stood first, each time.</summary>
    public List<bool> BaseFirst { get; } = [];

    /// <summary>The calls so far, base ones as <c>b</c>.</summary>
    public List<char> Calls { get; } = [];

    /// <summary>How long a launch may take, s.</summary>
    public double BudgetSeconds { get; init; } = 60;

    /// <summary>A compiler that has one build's code still to compile; null where all is done.</summary>
    public SimulatedCompiler? Compiler { get; init; }

    /// <summary>Told of each call.</summary>
    public Action OnCall { get; init; } = () => { };

    public void Stand(bool isBaseFirst, Action<DuetBody, DuetBody> use)
    {
        BaseFirst.Add(isBaseFirst);
        double ofBase = Seconds * Math.Exp(InstanceNoise * Normal());
        double ofHead = Seconds * Ratio * Math.Exp(Luck + (InstanceNoise * Normal()));
        use(new DuetBody(() => { }, () => Call('b', ofBase, 0)), new DuetBody(() => { }, () => Call('h', ofHead, WaitingInHead)));
    }

    /// <summary>A launch of these arms.</summary>
    public DuetSamples Launch(ICompilerProbe? compiler = null) =>
        new DuetLaunch(FakeProbes.With(clock, compiler ?? Compiler), new Coin(() => random.Next(2) == 0), BudgetSeconds, () => { })
            .Measure(this, new SamplingPlan(), owners: null, DuetFigures.StandardErrorOfTime);

    /// <summary>A number of the standard normal distribution (Box and Muller 1958).</summary>
    public double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private void Call(char build, double seconds, double waiting)
    {
        OnCall();
        Calls.Add(build);
        if (random.NextDouble() < Bursts)
        {
            _neighbour = _neighbour == 1 ? 1.5 : 1;
        }

        double tail = random.NextDouble() < HeavyTail ? 1 + (9 * random.NextDouble()) : 1;
        double slowdown = Compiler?.Slowdown(build, isInRounds: BaseFirst.Count > 1) ?? 1;
        double took = seconds * slowdown * _neighbour * tail * Math.Exp((CallNoise * Normal()) + (Drift * Calls.Count));
        clock.Work(took * (1 - waiting));
        clock.Wait(took * waiting);
    }
}
