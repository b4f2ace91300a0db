namespace Perf.Tool.Reports.Html.Views;

/// <summary>A promise of a test, or the error of one, to be shown by itself.</summary>
/// <param name="Test">The test.</param>
/// <param name="Promise">The promise; null for an error.</param>
/// <param name="Worst">Its kind.</param>
internal sealed record CardView(TestView Test, PromiseView? Promise, VerdictKind Worst)
{
    /// <summary>The class in the style sheet.</summary>
    public string Kind => Worst.ToString();

    /// <summary>Whether it is of a promise.</summary>
    public bool HasPromise => Promise is not null;

    /// <summary>A sign that needs no colour.</summary>
    public string Sign => VerdictKinds.Sign(Worst);

    /// <summary>The verdict.</summary>
    public string Verdict => VerdictKinds.Word(Worst);

    /// <summary>A card for each promise of a test, and for its error.</summary>
    public static IEnumerable<CardView> Of(TestView test) =>
    [
        .. test.Error.Length > 0 ? [new CardView(test, null, VerdictKind.Error)] : Array.Empty<CardView>(),
        .. test.Promises.Select(promise => new CardView(test, promise, Enum.Parse<VerdictKind>(promise.Kind))),
    ];
}
