namespace Perf.Tool.Reports.Html.Views;

/// <summary>How many promises have a verdict.</summary>
/// <param name="Kind">The class in the style sheet.</param>
/// <param name="Sign">A sign that needs no colour.</param>
/// <param name="Word">The verdict.</param>
/// <param name="Count">How many.</param>
internal sealed record CountView(string Kind, string Sign, string Word, int Count)
{
    /// <summary>The counts, worst first.</summary>
    public static IReadOnlyList<CountView> Of(IEnumerable<CardView> cards) =>
    [
        .. cards.GroupBy(card => card.Worst).OrderBy(group => group.Key).Select(group =>
            new CountView(group.Key.ToString(), VerdictKinds.Sign(group.Key), VerdictKinds.Word(group.Key), group.Count())),
    ];
}
