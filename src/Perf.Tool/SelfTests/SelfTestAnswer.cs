using Perf.Judging;
using Perf.Runs;

namespace Perf.Tool.SelfTests;

/// <summary>How often a promise fired when it was asked one thing.</summary>
/// <param name="Test">The full name of the test.</param>
/// <param name="Metric">What is measured.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Injected">What was injected, in words; null where nothing was.</param>
internal sealed record SelfTestAnswer(string Test, string Metric, string Attribute, SelfTestQuestion Question, string? Injected)
{
    /// <summary>How often it fired.</summary>
    public int Fired { get; private set; }

    /// <summary>How often it was kept.</summary>
    public int Kept { get; private set; }

    /// <summary>How often it could not be told.</summary>
    public int Inconclusive { get; private set; }

    /// <summary>How often it was not measured.</summary>
    public int Failed { get; private set; }

    /// <summary>Why it was not measured, or could not be told; the latest reason.</summary>
    public string? Reason { get; private set; }

    /// <summary>How often it was asked and told.</summary>
    public int Rounds => Fired + Kept + Inconclusive;

    /// <summary>How often the answer was wrong.</summary>
    public int Wrong => Question == SelfTestQuestion.SameCode ? Fired : Kept;

    /// <summary>Counts what a run came to.</summary>
    /// <param name="judgement">Of the promise; null where it was not judged.</param>
    /// <param name="error">Why not.</param>
    public void Count(JudgementDocument? judgement, string? error)
    {
        switch (judgement?.Kind)
        {
            case Verdict.Regressed:
                Fired++;
                break;
            case Verdict.Pass:
                Kept++;
                break;
            case Verdict.Inconclusive:
                Inconclusive++;
                Reason = judgement.Reason;
                break;
            default:
                Failed++;
                Reason = error ?? judgement?.Reason ?? "it was not judged";
                break;
        }
    }
}
