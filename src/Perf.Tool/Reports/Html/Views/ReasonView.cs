namespace Perf.Tool.Reports.Html.Views;

/// <summary>Promises that have no answer for the same reason.</summary>
/// <param name="Kind">The class in the style sheet.</param>
/// <param name="Sign">A sign that needs no colour.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Cards">The promises.</param>
internal sealed record ReasonView(string Kind, string Sign, string Verdict, string Reason, IReadOnlyList<CardView> Cards)
{
    /// <summary>The reasons, those of most promises first.</summary>
    public static IReadOnlyList<ReasonView> Of(IEnumerable<CardView> cards) =>
    [
        .. cards.Where(card => card.Worst is VerdictKind.Inconclusive or VerdictKind.NotComparable or VerdictKind.New)
            .GroupBy(card => (card.Worst, card.Promise!.Reason))
            .OrderBy(group => group.Key.Worst)
            .ThenByDescending(group => group.Count())
            .Select(group => new ReasonView(
                group.Key.Worst.ToString(),
                VerdictKinds.Sign(group.Key.Worst),
                VerdictKinds.Word(group.Key.Worst),
                group.Key.Reason,
                [.. group])),
    ];
}
