using System.Runtime;
using Perf.Measurement;
using Perf.Measurement.Devices;
using Perf.Measurement.Probes;

namespace Perf.Duets;

/// <summary>
/// Measures two builds in one process: pairs of samples in the order of a coin, so that neighbours favour no side, of
/// instances that are made anew every few pairs, so that no memory layout does.
/// </summary>
/// <param name="probes">Clock and compiler.</param>
/// <param name="coin">Who goes first, every time anew.</param>
/// <param name="budgetSeconds">A launch that would take longer is not begun.</param>
/// <param name="throwIfStopped">Called between samples; throws where the test was cancelled.</param>
public sealed class DuetLaunch(MachineProbes probes, Coin coin, double budgetSeconds, Action throwIfStopped)
{
    // Code that compiles something now and then would begin anew for ever.
    private const int MostRestarts = 3;

    // What is compiled later than this is called too seldom to matter.
    private const double SecondsOfRestarts = 1.5;

    /// <summary>Warms both builds up and measures them, in this process.</summary>
    /// <param name="bodies">The builds.</param>
    /// <param name="plan">What to sample.</param>
    /// <param name="owners">Whose an instrument is; null where names tell.</param>
    /// <param name="standardError">How well the samples so far tell what is asked of them, as error of ln ratio.</param>
    /// <exception cref="MeasurementException">The least number of rounds does not fit the budget.</exception>
    public DuetSamples Measure(
        IDuetBodies bodies, SamplingPlan plan, InstrumentOwners? owners, Func<DuetSamples, double> standardError)
    {
        using SameProcessArms arms = new(bodies, probes, owners);
        return Measure(arms, plan, standardError);
    }

    /// <summary>Warms both builds up and measures them, wherever they run.</summary>
    /// <param name="arms">The builds.</param>
    /// <param name="plan">What to sample.</param>
    /// <param name="standardError">How well the samples so far tell what is asked of them, as error of ln ratio.</param>
    /// <exception cref="MeasurementException">The least number of rounds does not fit the budget.</exception>
    public DuetSamples Measure(IDuetArms arms, SamplingPlan plan, Func<DuetSamples, double> standardError)
    {
        DuetWarmUp warmUp = default;
        arms.Stand(coin.Toss(), () => warmUp = DuetWarmUp.Run(arms, plan, probes, coin, throwIfStopped));
        if (DuetSize.LeastSeconds(warmUp.SampleSeconds) is var needed && needed > budgetSeconds)
        {
            throw new MeasurementException(FormattableString.Invariant(
                $"one call takes {warmUp.SampleSeconds:0.0} s, a launch beside the base build {needed:0} s at least: raise PERF_BUDGET ({budgetSeconds:0} s) or make the workload smaller"));
        }

        // What helpers allocate is the body's too.
        SamplingPlan counted = warmUp.HasHelpers ? plan with { Allocations = true } : plan;
        arms.Base.Begin(counted, warmUp.CallsPerSample);
        arms.Head.Begin(counted, warmUp.CallsPerSample);
        int pairs = DuetSize.PairsPerRound(warmUp.SampleSeconds);
        int restarts = 0;
        using DeviceWatch? device = DeviceWatch.Start(probes.Device, probes.Work, memory: false);
        long start = probes.Clock.Timestamp();
        long startAnew = start;
        for (int rounds = 1; ; rounds++)
        {
            bool isSettled = Round(arms, pairs, isAnew: rounds == 1 && restarts > 0);
            long now = probes.Clock.Timestamp();
            double seconds = probes.Clock.Seconds(startAnew, now);
            if (!isSettled && warmUp.Report.Settled && restarts < MostRestarts && seconds < SecondsOfRestarts)
            {
                arms.Base.Clear();
                arms.Head.Clear();
                rounds = 0;
                restarts++;
                startAnew = now;
                continue;
            }

            if (rounds < DuetSize.FewestRounds)
            {
                continue;
            }

            DuetSamples samples = new()
            {
                Base = arms.Base.Samples(warmUp.Report, probes.Clock.Seconds(start, now)),
                Head = arms.Head.Samples(warmUp.Report, probes.Clock.Seconds(start, now)),
                PairsPerRound = pairs,
                NeedsWall = warmUp.NeedsWall,
                IsServerCollector = GCSettings.IsServerGC,
                ShareAHeap = arms.ShareAHeap,
                Restarts = restarts,
                Device = device?.Report,
                WarmUp = warmUp.Report,
                MeasuredSeconds = probes.Clock.Seconds(start, now),
            };
            if (rounds >= DuetSize.MostRounds
                || seconds >= DuetSize.MostSeconds
                || standardError(samples) <= DuetSize.EnoughStandardError)
            {
                return samples;
            }
        }
    }

    // False where something was compiled between the pairs, or begun to be: code was slower before than after.
    private bool Round(IDuetArms arms, int pairs, bool isAnew)
    {
        bool isSettled = true;
        arms.Stand(coin.Toss(), () =>
        {
            CompilerActivity before = new SetUpRest(probes.Clock, arms.Compiler, throwIfStopped)
                .Run(() => coin.InAnyOrder(arms.Base.Call, arms.Head.Call), isAnew);
            for (int pair = 0; pair < pairs; pair++)
            {
                throwIfStopped();
                coin.InAnyOrder(arms.Base.Take, arms.Head.Take);
            }

            isSettled = arms.Compiler.Read() == before;
        });
        return isSettled;
    }
}
