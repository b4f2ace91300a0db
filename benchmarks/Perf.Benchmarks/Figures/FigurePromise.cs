namespace Perf.Benchmarks.Figures;

/// <summary>A promise about a number of a figure.</summary>
/// <param name="What">What is promised.</param>
/// <param name="Measured">The number, in <paramref name="Unit"/>.</param>
/// <param name="Limit">What it may not exceed.</param>
/// <param name="Unit">The unit of both.</param>
public sealed record FigurePromise(string What, double Measured, double Limit, string Unit)
{
    /// <summary>Whether the limit is kept.</summary>
    public bool IsKept => Measured <= Limit;
}
