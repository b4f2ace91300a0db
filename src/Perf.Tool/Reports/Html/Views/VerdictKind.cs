using Perf.Judging;
using Perf.Runs;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>What a reader has to do about a promise; the worst first.</summary>
internal enum VerdictKind
{
    /// <summary>The promise is broken.</summary>
    Regressed,

    /// <summary>The test could not be measured.</summary>
    Error,

    /// <summary>It looks broken, but what it was compared with may not say so.</summary>
    Suspected,

    /// <summary>Neither kept nor broken could be shown.</summary>
    Inconclusive,

    /// <summary>There was nothing to compare with.</summary>
    NotComparable,

    /// <summary>New, or for hardware that is not here: nothing to do.</summary>
    New,

    /// <summary>Kept, and better than its baseline: a tighter one is proposed.</summary>
    Improved,

    /// <summary>The promise is kept.</summary>
    Pass,
}

/// <summary>How the kinds are told from each other and shown.</summary>
internal static class VerdictKinds
{
    /// <summary>The kind of a judgement.</summary>
    public static VerdictKind Of(JudgementDocument judgement) => judgement.Verdict switch
    {
        _ when judgement.Improved && judgement.Verdict.StartsWith("Pass", StringComparison.Ordinal) => VerdictKind.Improved,
        "Pass, improved" => VerdictKind.Improved,
        "Pass" => VerdictKind.Pass,
        "Regressed" => VerdictKind.Regressed,
        "Inconclusive: suspected" => VerdictKind.Suspected,
        "NotComparable" => VerdictKind.NotComparable,
        _ when judgement.Kind == Verdict.NotComparable => VerdictKind.New,

        // A later version may have a verdict that this one does not know: it is no Pass.
        _ => VerdictKind.Inconclusive,
    };

    /// <summary>The worst of a test.</summary>
    public static VerdictKind Of(TestDocument test) =>
        test.Judgements.Select(Of).Append(test.Error is null ? VerdictKind.Pass : VerdictKind.Error).Min();

    /// <summary>The verdict in a word or two.</summary>
    public static string Word(VerdictKind kind) => kind switch
    {
        VerdictKind.NotComparable => "Not comparable",
        VerdictKind.Improved => "Pass, improved",
        _ => kind.ToString(),
    };

    /// <summary>A sign that tells them apart without colour.</summary>
    public static string Sign(VerdictKind kind) => kind switch
    {
        VerdictKind.Error => "!",
        VerdictKind.Regressed => "✗",
        VerdictKind.Suspected or VerdictKind.Inconclusive => "?",
        VerdictKind.NotComparable => "–",
        VerdictKind.New => "+",
        VerdictKind.Improved => "★",
        _ => "✓",
    };
}
