using Perf.Duets;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Tests.Measurement;
using Perf.Thresholds;

namespace Perf.Tests.Duets;

/// <summary>What the tests ask of a duet.</summary>
internal static class DuetFigures
{
    public static Estimate Time(DuetSamples samples) =>
        DuetEstimate.Of(new Reading.BodyTime(), Direction.LowerIsBetter, samples, samples.NeedsWall);

    public static double StandardErrorOfTime(DuetSamples samples) => Time(samples).StandardError;

    /// <summary>Pairs of which each build took these times, s, and allocated nothing.</summary>
    public static DuetSamples Pairs(double[] ofBase, double[] ofHead, int pairsPerRound = 2) => new()
    {
        Base = Arm(ofBase),
        Head = Arm(ofHead),
        PairsPerRound = pairsPerRound,
        NeedsWall = false,
        IsServerCollector = false,
        WarmUp = new WarmUpReport(Calls: 60, Seconds: 0.75, Settled: true),
        MeasuredSeconds = 0.5,
    };

    public static ArmSamples Arm(params double[] seconds) => new(SomeSamples.Lasting(seconds), [.. seconds.Select(_ => 0.0)]);
}
