using Perf.Controlled;

namespace Perf.Benchmarks.Decisions;

/// <summary>Recorded processes as launches beside a control, cut as the product cuts them.</summary>
/// <param name="processes">The processes.</param>
/// <param name="ratio">How much longer the subject takes than it did.</param>
internal sealed class AdjacentSource(ReplayedProcesses<AdjacentProcess> processes, double ratio) : IControlledSource
{
    /// <inheritdoc />
    public ControlledSamples Next(Func<ControlledSamples, bool> isEnough)
    {
        AdjacentProcess process = processes.Next(out Action<double> secondsOf);
        ControlledSamples samples = Launch(process, ratio, isEnough);
        secondsOf(samples.MeasuredSeconds);
        return samples;
    }

    /// <summary>A launch of a process; a recording that is shorter is one as a whole.</summary>
    /// <param name="process">The process.</param>
    /// <param name="ratio">How much longer the subject takes than it did.</param>
    /// <param name="isEnough">Whether the samples so far are.</param>
    public static ControlledSamples Launch(
        AdjacentProcess process, double ratio, Func<ControlledSamples, bool> isEnough)
    {
        int calls = 0;
        double measured = 0;
        while (true)
        {
            double round = 0;
            while (calls < process.Calls && round < ControlledSize.RoundSeconds)
            {
                round += process.SecondsAround(calls++, ratio);
            }

            measured += round;
            bool isLaunch = calls == process.Calls || ControlledSize.IsReached(calls, measured);
            bool mayEnd = measured >= ControlledSize.LeastSeconds && calls >= ControlledSize.FewestSamples;
            if (isLaunch || mayEnd)
            {
                ControlledSamples samples = process.Samples(calls, ratio, measured);
                if (isLaunch || isEnough(samples))
                {
                    return samples;
                }
            }
        }
    }
}
