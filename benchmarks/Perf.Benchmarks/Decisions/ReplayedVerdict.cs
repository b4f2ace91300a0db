using Perf.Judging;

namespace Perf.Benchmarks.Decisions;

/// <summary>What a rule said in one replay.</summary>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Launches">How many processes it asked for the head.</param>
/// <param name="Seconds">For how long those measured, s; null where the recording does not tell.</param>
internal readonly record struct ReplayedVerdict(Verdict Verdict, int Launches, double? Seconds)
{
    /// <summary>Whether an Inconclusive looks like a regression that the rule may not call one.</summary>
    public bool IsSuspected { get; init; }

    /// <summary>Launches among them that could not be compared with the recorded ones.</summary>
    public int Refused { get; init; }

    /// <summary>The verdict of a judgement.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="seconds">For how long its launches measured, s; null where the recording does not tell.</param>
    public static ReplayedVerdict Of(Judgement judgement, double? seconds) => new(
        judgement.Verdict, judgement.Launches, seconds)
    {
        IsSuspected = judgement.IsSuspected,
        Refused = judgement.Control?.NotComparable ?? 0,
    };
}
