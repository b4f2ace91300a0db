namespace Perf.Tool.Reports.Html.Views;

/// <summary>What the words of the report mean, a plain sentence each.</summary>
internal static class Glossary
{
    /// <summary>The words, in the order in which a reader meets them.</summary>
    public static IReadOnlyList<FactView> Terms { get; } =
    [
        new("Promise", "A limit that a test sets for its own code, such as “not more than 10 % slower than before”."),
        new("Regressed", "The promise is broken, and the measurement is sure of it."),
        new("Suspected", "It looks broken, but what it was compared with is not sharp enough to be sure; a run beside the earlier build settles it."),
        new("Inconclusive", "The measurement could show neither that the promise is kept nor that it is broken."),
        new("Not comparable", "There is no earlier measurement that could be compared with this one, often because it comes from another kind of machine."),
        new("New", "The test is new or has changed, or the hardware that it needs is not here, so there is nothing to compare with and nothing to do."),
        new("Pass, improved", "The promise is kept, and the code got better by more than noise explains."),
        new("Pass", "The promise is kept, and the measurement is sure of it."),
        new("Baseline", "The earlier measurement, or the earlier build, that this code is compared with."),
        new("Base and this code", "Two builds that ran by turns in the same seconds: the earlier one and the one under test."),
        new("99 % bounds", "The true change lies between them in 99 of 100 measurements."),
        new("Limit", "Where the promise is broken; the tolerance around it is the zone in which no verdict is claimed."),
        new("Sample, call, pair", "One measured number: of one or several calls of the code, or of the base and this code right after each other."),
        new("Process", "A fresh start of the program; nothing is called a regression before two of them say so, since each has luck of its own."),
        new("Round", "The samples between two fresh preparations of the test."),
        new("Warm-up", "The first calls, until the runtime has compiled everything; they are never judged."),
        new("Set aside", "A sample that says nothing, because somebody else used the processor or memory was being cleaned up during it."),
        new("Control", "A fixed piece of work that runs before and after each call: what slows it too is the machine, not the code."),
        new("Sentinel", "A short loop that nothing but another user of the same processor can slow."),
        new("CPU time, wall time", "How long a processor worked on it, and how long it took on a clock, waiting included."),
        new("Stage", "A part of the work that the code itself measures."),
    ];

    /// <summary>The sentence that a reader sees first.</summary>
    public static string Headline(IReadOnlyList<CardView> cards)
    {
        int errors = Count(VerdictKind.Error);
        int broken = Count(VerdictKind.Regressed);
        int suspected = Count(VerdictKind.Suspected);
        int unanswered = Count(VerdictKind.Inconclusive) + Count(VerdictKind.NotComparable);
        int held = cards.Count(card => card.Promise is { IsHeldAgainst: true });
        int fresh = Count(VerdictKind.New);
        int promises = cards.Count - errors;
        List<string> bad = [];
        if (broken > 0)
        {
            bad.Add($"{broken} of {Number(promises, "promise")} {Are(broken)} broken");
        }

        if (errors > 0)
        {
            bad.Add($"{Number(errors, "test")} could not be measured");
        }

        if (suspected > 0)
        {
            bad.Add($"{Number(suspected, "promise")} may be broken");
        }

        if (held > 0)
        {
            bad.Add($"{Number(held, "promise")} could not be judged, and strict mode fails on that");
        }

        if (bad.Count > 0)
        {
            return string.Join(", ", bad);
        }

        return (promises - fresh, fresh, unanswered) switch
        {
            (0, 0, _) => "Nothing was judged",
            (0, _, _) => $"Nothing was judged: {Number(fresh, "promise")} {Are(fresh)} new",
            (var kept, > 0, 0) => $"{Number(kept, "promise")} {Are(kept)} kept, {fresh} {Are(fresh)} new",
            (_, _, 0) => promises == 1 ? "The promise is kept" : $"All {promises} promises are kept",
            _ => $"Nothing regressed; {unanswered} of {Number(promises, "promise")} could not be judged",
        };

        int Count(VerdictKind kind) => cards.Count(card => card.Worst == kind);
    }

    private static string Are(int count) => count == 1 ? "is" : "are";

    private static string Number(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
