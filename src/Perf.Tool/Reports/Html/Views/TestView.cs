using Perf.Objectives;
using Perf.Runs;

namespace Perf.Tool.Reports.Html.Views;

/// <summary>A test with all that is known of it.</summary>
internal sealed record TestView
{
    /// <summary>Its anchor on the page.</summary>
    public required string Id { get; init; }

    /// <summary>Class and method, with arguments.</summary>
    public required string Name { get; init; }

    /// <summary>The whole name.</summary>
    public required string FullName { get; init; }

    /// <summary>The test project.</summary>
    public required string Project { get; init; }

    /// <summary>Which run it is of; empty where there is one.</summary>
    public required string Run { get; init; }

    /// <summary>The class in the style sheet.</summary>
    public required string Kind { get; init; }

    /// <summary>A sign that needs no colour.</summary>
    public required string Sign { get; init; }

    /// <summary>The worst verdict, in words.</summary>
    public required string Verdict { get; init; }

    /// <summary>File and line of the attribute; empty where unknown.</summary>
    public required string Source { get; init; }

    /// <summary>Why it could not be measured; empty otherwise.</summary>
    public required string Error { get; init; }

    /// <summary>Its promises, worst first.</summary>
    public required IReadOnlyList<PromiseView> Promises { get; init; }

    /// <summary>What the line of the test says: the changes of its promises.</summary>
    public required string Summary { get; init; }

    /// <summary>Its samples.</summary>
    public required IReadOnlyList<FigureView> Figures { get; init; }

    /// <summary>Where the time goes.</summary>
    public required IReadOnlyList<StageView> Stages { get; init; }

    /// <summary>How quiet the measurement was.</summary>
    public required IReadOnlyList<FactView> Noise { get; init; }

    /// <summary>The command that runs it alone.</summary>
    public required string Reproduce { get; init; }

    /// <summary>How what it does now is accepted.</summary>
    public required string Accept { get; init; }

    /// <summary>Whether a baseline is part of it, so that one can be accepted.</summary>
    public required bool CanAccept { get; init; }

    /// <summary>Whether that is done by a command.</summary>
    public required bool IsAcceptedByCommand { get; init; }

    /// <summary>Whether it is shown at once.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The worst kind, to sort by.</summary>
    public required VerdictKind Worst { get; init; }

    /// <summary>The view of a test.</summary>
    /// <param name="test">The test.</param>
    /// <param name="id">Its anchor.</param>
    /// <param name="run">Which run it is of; empty where there is one.</param>
    public static TestView Of(TestDocument test, string id, string run)
    {
        VerdictKind kind = VerdictKinds.Of(test);
        PromiseView[] promises =
        [
            .. test.Judgements
                .OrderBy(VerdictKinds.Of)
                .Select(judgement => PromiseView.Of(test, judgement)),
        ];
        SourceLocation? source = test.Judgements.Select(judgement => judgement.Source).FirstOrDefault(location => location is not null);
        return new TestView
        {
            Id = id,
            Name = NameOf(test.Test),
            FullName = test.Test.FullName,
            Project = test.Test.Project,
            Run = run,
            Kind = kind.ToString(),
            Sign = VerdictKinds.Sign(kind),
            Verdict = VerdictKinds.Word(kind),
            Source = source is null ? "" : FormattableString.Invariant($"{source.File}:{source.Line}"),
            Error = test.Error ?? "",
            Promises = promises,
            Summary = SummaryOf(kind, promises),
            Figures = TestFigures.Of(test),
            Stages = StageView.Of(test),
            Noise = NoiseFacts.Of(test),
            Reproduce = test.Test.Reproduce,
            Accept = test.Test.Accept,
            CanAccept = test.Judgements.Any(judgement => judgement.Attribute.StartsWith("[MaxRegression", StringComparison.Ordinal)),
            IsAcceptedByCommand = !test.Test.BesideBaseBuild,
            IsOpen = kind is VerdictKind.Error or VerdictKind.Regressed or VerdictKind.Suspected,
            Worst = kind,
        };
    }

    // The full name has the arguments, and the namespace that a reader of one project's report need not see on every line.
    private static string NameOf(TestReference test)
    {
        string name = $"{test.ClassName}.{test.MethodName}";
        int start = test.FullName.IndexOf(name, StringComparison.Ordinal);
        return start < 0 ? test.FullName : test.FullName[start..];
    }

    private static string SummaryOf(VerdictKind kind, IReadOnlyList<PromiseView> promises)
    {
        if (kind == VerdictKind.Error)
        {
            return "could not be measured";
        }

        IEnumerable<PromiseView> told = promises.Where(promise => promise.Kind == kind.ToString() && promise.Change.Length > 0);
        return string.Join(" · ", told.Take(3).Select(promise => $"{promise.Metric} {promise.Change}"));
    }
}
