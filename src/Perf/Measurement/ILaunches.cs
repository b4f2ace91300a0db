using Perf.Objectives;

namespace Perf.Measurement;

/// <summary>A source of estimates: one fresh process after another, each saying something of every objective asked for.</summary>
public interface ILaunches
{
    /// <summary>Makes one more launch.</summary>
    /// <param name="undecided">The objectives that still need it.</param>
    /// <returns>A launch for each of them.</returns>
    IReadOnlyDictionary<Objective, Launch> Next(IReadOnlyCollection<Objective> undecided);
}
