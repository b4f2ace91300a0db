using Perf.Analyzers.Model;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Usage;

/// <summary>What the number of an attribute does beside the file's.</summary>
internal enum LiteralStanding
{
    /// <summary>It is the stricter one somewhere, or that cannot be known.</summary>
    HasEffect,

    /// <summary>It is the file's own number where it is not looser.</summary>
    Redundant,

    /// <summary>It is looser in every environment, so it can never take effect.</summary>
    Looser,

    /// <summary>The file has a place for it, and no number there.</summary>
    OnlyInCode,
}

/// <summary>Finds the standing of a literal.</summary>
internal static class LiteralStandings
{
    public static LiteralStanding Of(Term term, SloMethod method)
    {
        if (term.Promise.Literal is not { } literal
            || term.Promise.Key is null
            || term.Promise.IsConverted
            || !method.Thresholds.IsReadable
            || method.Thresholds.File.IsBuiltIn
            || (method.Section.IsOpen && term.Promise.Section is null))
        {
            return LiteralStanding.HasEffect;
        }

        if (term.Found.Count == 0)
        {
            return LiteralStanding.OnlyInCode;
        }

        bool isStricter = term.Found.Any(threshold => Looseness(term, literal) < Looseness(term, threshold.Value));
        return isStricter ? LiteralStanding.HasEffect
            : term.Found.Any(threshold => threshold.Value == literal) ? LiteralStanding.Redundant
            : LiteralStanding.Looser;
    }

    /// <summary>The file's number that is nearest to a looser literal; null without one.</summary>
    public static Threshold? Loosest(Term term) =>
        term.Found.OrderByDescending(threshold => Looseness(term, threshold.Value)).FirstOrDefault();

    private static double Looseness(Term term, double value) =>
        term.Promise.Better == Direction.LowerIsBetter ? value : -value;
}
