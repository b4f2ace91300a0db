namespace Perf.Judging;

/// <summary>What can be said of an objective.</summary>
public enum Verdict
{
    /// <summary>The limit is kept.</summary>
    Pass,

    /// <summary>The limit is broken: at least two processes say so, or the metric is exact.</summary>
    Regressed,

    /// <summary>Neither could be shown with the launches or the time allowed.</summary>
    Inconclusive,

    /// <summary>There is nothing to compare with, or what there is comes from another kind of machine.</summary>
    NotComparable,
}
