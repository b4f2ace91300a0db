using Perf.Runs;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>The whole report, as the template shows it.</summary>
internal sealed record ReportPage
{
    // So many fit on a screen or two; the others are in the list of all tests, worst first.
    private const int MostCards = 12;

    // A test that is open is laid out: a reader of so many has seen enough, and the page opens at once.
    private const int MostOpen = 8;

    /// <summary>The title of the page, and the sentence that a reader sees first.</summary>
    public required string Headline { get; init; }

    /// <summary>The kind of the whole: the worst there is.</summary>
    public required string Kind { get; init; }

    /// <summary>How many promises have which verdict, worst first.</summary>
    public required IReadOnlyList<CountView> Counts { get; init; }

    /// <summary>When and what, in a line a run.</summary>
    public required IReadOnlyList<RunView> Runs { get; init; }

    /// <summary>What broke, worst first.</summary>
    public required IReadOnlyList<CardView> Broken { get; init; }

    /// <summary>What it is that broke.</summary>
    public string BrokenHeading => Broken.Any(card => card.HasPromise)
        ? "What got worse, by how much, and whether to believe it"
        : "What could not be measured";

    /// <summary>Whether there are bounds among it to explain.</summary>
    public bool HasBrokenBounds => Broken.Any(card => card.Promise is { HasBounds: true });

    /// <summary>How many more broke than are shown.</summary>
    public required int MoreBroken { get; init; }

    /// <summary>What there is no answer for, by reason.</summary>
    public required IReadOnlyList<ReasonView> Unanswered { get; init; }

    /// <summary>What got better beyond noise.</summary>
    public required IReadOnlyList<CardView> Improved { get; init; }

    /// <summary>All tests, worst first.</summary>
    public required IReadOnlyList<TestView> Tests { get; init; }

    /// <summary>What the words mean.</summary>
    public IReadOnlyList<FactView> Terms => Glossary.Terms;

    /// <summary>The page of some runs.</summary>
    public static ReportPage Of(IReadOnlyList<RunDocument> runs)
    {
        TestView[] tests = TestsOf(runs);
        CardView[] cards = [.. tests.SelectMany(CardView.Of)];
        CardView[] broken =
        [
            .. cards.Where(card => card.Worst <= VerdictKind.Suspected)
                .OrderBy(card => card.Worst)
                .ThenByDescending(card => card.Promise?.Severity ?? 0),
        ];
        return new ReportPage
        {
            Headline = Glossary.Headline(cards),
            Kind = tests.Length == 0 ? nameof(VerdictKind.New) : tests[0].Kind,
            Counts = CountView.Of(cards),
            Runs = [.. runs.Select(RunView.Of)],
            Broken = [.. broken.Take(MostCards)],
            MoreBroken = Math.Max(0, broken.Length - MostCards),
            Unanswered = ReasonView.Of(cards),
            Improved = [.. cards.Where(card => card.Worst == VerdictKind.Improved).OrderBy(card => card.Promise!.Severity)],
            Tests = tests,
        };
    }

    // Plots are most of the work, and no test's plots need another's.
    private static TestView[] TestsOf(IReadOnlyList<RunDocument> runs)
    {
        (TestDocument Test, string Run)[] tests =
        [
            .. runs.SelectMany(run => run.Tests.Select(test => (test, runs.Count > 1 ? RunView.LabelOf(run) : ""))),
        ];
        return
        [
            .. tests.AsParallel().AsOrdered()
                .Select((test, index) => TestView.Of(test.Test, FormattableString.Invariant($"t{index + 1}"), test.Run))
                .ToArray()
                .OrderBy(test => test.Worst)
                .ThenByDescending(test => test.Promises.Select(promise => promise.Severity).DefaultIfEmpty(0).Max())
                .ThenBy(test => test.FullName, StringComparer.Ordinal)
                .Select((test, index) => test with { IsOpen = test.IsOpen && index < MostOpen }),
        ];
    }
}
