using Perf.Duets;
using Perf.Files;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Thresholds;

namespace Perf.Benchmarks.Decisions;

/// <summary>The pairs of a recorded duet, as many as the product would have taken.</summary>
internal sealed class RecordedPairs
{
    private readonly double[] _logRatios;
    private readonly int _pairsPerRound;

    private RecordedPairs(string subject, string of, double trueRatio, IEnumerable<double> logRatios, int pairsPerRound)
    {
        (Subject, Of, TrueRatio, _pairsPerRound) = (subject, of, trueRatio, pairsPerRound);
        _logRatios = [.. logRatios];
        _logRatios = _logRatios[..EnoughPairs()];
    }

    /// <summary>What both builds called.</summary>
    public string Subject { get; }

    /// <summary>Under which circumstances.</summary>
    public string Of { get; }

    /// <summary>head / base as it was.</summary>
    public double TrueRatio { get; }

    /// <summary>The duets of identical builds.</summary>
    /// <exception cref="PerfFileException">The recording is not there, or not such a one.</exception>
    public static IReadOnlyList<RecordedPairs> ReadLuck(DirectoryInfo folder) =>
    [
        .. TraceFile.Read(folder, "luck").Rows
            .GroupBy(row => (
                Process: row.Text("process"),
                Subject: row.Text("subject"),
                Pgo: row.OneOf("dynamic_pgo", "on", "off")))
            .Select(process => new RecordedPairs(
                process.Key.Subject,
                $"dynamic PGO {process.Key.Pgo}",
                trueRatio: 1,
                process.Select(pair => pair.Number("ln_cpu_ratio")),
                process.GroupBy(pair => pair.Number("round")).Max(round => round.Count()))),
    ];

    /// <summary>The duets of builds of which one does more.</summary>
    /// <param name="folder">The folder of the recordings.</param>
    /// <param name="inWall">The subjects of which wall time counts.</param>
    /// <exception cref="PerfFileException">The recording is not there, or not such a one.</exception>
    public static IReadOnlyList<RecordedPairs> ReadDuets(DirectoryInfo folder, IReadOnlySet<string> inWall) =>
    [
        .. TraceFile.Read(folder, "duets").Rows
            .GroupBy(row => (
                Trial: row.Text("trial"),
                Subject: row.Text("subject"),
                TrueRatio: row.Positive("true_ratio")))
            .Select(trial => new RecordedPairs(
                trial.Key.Subject,
                "",
                trial.Key.TrueRatio,
                trial.Select(pair =>
                    pair.Number(inWall.Contains(trial.Key.Subject) ? "ln_wall_ratio" : "ln_cpu_ratio")),
                DuetSize.PairsPerRound(callSeconds: 0))),
    ];

    /// <summary>The launch that they are.</summary>
    /// <param name="ratio">head / base.</param>
    public DuetSamples Samples(double ratio) => Samples(_logRatios, ratio);

    // What a launch takes does not depend on the ratio, but on how well its rounds agree.
    private int EnoughPairs()
    {
        for (int rounds = DuetSize.FewestRounds; rounds < DuetSize.MostRounds; rounds++)
        {
            int pairs = rounds * _pairsPerRound;
            if (pairs >= _logRatios.Length)
            {
                return _logRatios.Length;
            }

            DuetSamples samples = Samples(_logRatios[..pairs], TrueRatio);
            if (DuetEstimate.Of(new Reading.BodyTime(), Direction.LowerIsBetter, samples, inWall: false).StandardError
                <= DuetSize.EnoughStandardError)
            {
                return pairs;
            }
        }

        return Math.Min(_logRatios.Length, DuetSize.MostRounds * _pairsPerRound);
    }

    // A recording has ratios only: the base takes a second.
    private DuetSamples Samples(double[] logRatios, double ratio) => new()
    {
        Base = Arm([.. logRatios.Select(_ => 1.0)]),
        Head = Arm([.. logRatios.Select(logRatio => Math.Exp(logRatio) * ratio / TrueRatio)]),
        PairsPerRound = _pairsPerRound,
        NeedsWall = false,
        IsServerCollector = false,
        WarmUp = default,
        MeasuredSeconds = 0,
    };

    private static ArmSamples Arm(double[] seconds)
    {
        double[] nothing = new double[seconds.Length];
        return new ArmSamples(
            new LaunchSamples
            {
                CallsPerSample = 1,
                WallSeconds = seconds,
                CpuSeconds = seconds,
                AllocatedBytes = nothing,
                WarmUp = default,
                MeasuredSeconds = 0,
            },
            PauseSeconds: nothing);
    }
}
