using Perf.Thresholds;

namespace Perf.Analyzers.Model;

/// <summary>The metric of a series that a regression limit is judged against.</summary>
/// <param name="Name">Its name in the baseline: <c>time</c>, <c>receipts.images</c>.</param>
/// <param name="Better">Whether less or more of it is better.</param>
internal sealed record RecordedMetric(string Name, Direction Better)
{
    /// <summary>Whether it is known to be judged exactly, without a spread; of an instrument only the run knows.</summary>
    public bool IsExact => Name == "allocated_bytes";
}
