using Perf.Duets;

namespace Perf.Benchmarks.Decisions;

/// <summary>Recorded pairs as launches of a duet.</summary>
/// <param name="duets">The duets.</param>
/// <param name="ratio">head / base.</param>
internal sealed class PairsSource(ReplayedProcesses<RecordedPairs> duets, double ratio) : IDuetSource
{
    /// <inheritdoc />
    public DuetSamples Next()
    {
        RecordedPairs duet = duets.Next(out Action<double> secondsOf);
        secondsOf(0);
        return duet.Samples(ratio);
    }
}
