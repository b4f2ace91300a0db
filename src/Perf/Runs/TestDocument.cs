using System.Text.Json.Serialization;
using Perf.Baselines;
using Perf.Measurement;

namespace Perf.Runs;

/// <summary>A test in <c>run.json</c>.</summary>
public sealed record TestDocument(
    [property: JsonRequired] TestReference Test,
    string? Error,
    [property: JsonRequired] IReadOnlyList<JudgementDocument> Judgements,
    [property: JsonRequired] IReadOnlyList<LaunchSamples> Launches)
{
    /// <summary>The launches beside a base build; none without one.</summary>
    public IReadOnlyList<DuetDocument> Duets
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>The launches beside a control; none where no baseline file was compared with.</summary>
    public IReadOnlyList<ControlledDocument> Controlled
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>What <c>dotnet perf baseline accept</c> writes of it; none where nothing is compared with a baseline file.</summary>
    public IReadOnlyList<BaselineSeries> Series
    {
        get;

        // The generated reader hands over null for what a file lacks.
        init => field = value ?? [];
    } = [];

    /// <summary>The document of a test.</summary>
    public static TestDocument Of(TestRecord test) =>
        new(test.Test, test.Error, [.. test.Judgements.Select(JudgementDocument.Of)], test.Launches)
        {
            Duets = [.. test.Duets.Select(DuetDocument.Of)],
            Controlled = [.. test.Controlled.Select(ControlledDocument.Of)],
            Series = test.Series,
        };
}
