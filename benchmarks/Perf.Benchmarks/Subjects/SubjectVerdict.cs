using System.Text.Json.Serialization;
using Perf.Judging;
using Perf.Runs;

namespace Perf.Benchmarks.Subjects;

/// <summary>One verdict on a subject, a line of the record.</summary>
/// <param name="At">When.</param>
/// <param name="ExtraWorkPercent">How much more the head did.</param>
/// <param name="IsBesideHog">Whether one core was kept busy meanwhile.</param>
/// <param name="Subject">The test.</param>
/// <param name="Verdict">What it came to; the error where there was none.</param>
/// <param name="Ratio">head / base.</param>
/// <param name="Launches">How many processes were asked.</param>
/// <param name="Seconds">From the first launch to the verdict, s.</param>
/// <param name="WarmUpSeconds">The warm-ups of all launches, s.</param>
/// <param name="IsInWall">Whether wall time was judged.</param>
/// <param name="IsFirst">Whether it was the first test of its process.</param>
internal sealed record SubjectVerdict(
    DateTimeOffset At,
    int ExtraWorkPercent,
    bool IsBesideHog,
    string Subject,
    string Verdict,
    double? Ratio,
    int Launches,
    double Seconds,
    double WarmUpSeconds,
    bool IsInWall,
    bool IsFirst)
{
    /// <summary>What it was made against.</summary>
    public Reference Against { get; init; }

    /// <summary>When the series of the baseline file was recorded; null without one.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>Why there was no other verdict.</summary>
    public string Reason
    {
        get;

        // The generated reader hands over null for what a line lacks.
        init => field = value ?? "";
    } = "";

    /// <summary>The 99 % bounds of the ratio.</summary>
    public double? LowerRatio { get; init; }

    /// <summary>The 99 % bounds of the ratio.</summary>
    public double? UpperRatio { get; init; }

    /// <summary>How many processes ran or waited to, averaged over a minute; null where unknown.</summary>
    public double? Load { get; init; }

    /// <summary>What a comparison with a file had to overcome; null where there was none.</summary>
    public ControlEvidence? Control { get; init; }

    /// <summary>What each launch beside the base build said, for whoever asks why.</summary>
    public IReadOnlyList<DuetDocument> Duets { get; init => field = value ?? []; } = [];

    /// <summary>What each launch beside a control said.</summary>
    public IReadOnlyList<ControlledDocument> Controlled { get; init => field = value ?? []; } = [];

    /// <summary>Judged red.</summary>
    [JsonIgnore]
    public bool IsRegressed => Verdict == "Regressed";

    /// <summary>Judged green.</summary>
    [JsonIgnore]
    public bool IsPass => Verdict.StartsWith("Pass", StringComparison.Ordinal);

    /// <summary>Not judged: too near to the limit, not comparable this time, or suspected only.</summary>
    [JsonIgnore]
    public bool IsInconclusive => Verdict.StartsWith("Inconclusive", StringComparison.Ordinal);

    /// <summary>Not judged, though it looks like a regression.</summary>
    [JsonIgnore]
    public bool IsSuspected => Verdict == "Inconclusive: suspected";

    /// <summary>A doubt of the file that a duet was asked about.</summary>
    [JsonIgnore]
    public bool IsSettled => Against == Reference.FileAndBuild && Duets.Count > 0;

    /// <summary>Neither of them: a build failed, or could not be compared.</summary>
    [JsonIgnore]
    public bool IsError => !IsRegressed && !IsPass && !IsInconclusive;

    /// <summary>The line of a test.</summary>
    /// <param name="test">The test as <c>run.json</c> has it.</param>
    /// <param name="round">The round that it was part of.</param>
    /// <param name="isFirst">Whether it was the first of its process.</param>
    /// <param name="load">How busy the machine was.</param>
    public static SubjectVerdict Of(TestDocument test, SubjectRound round, bool isFirst, double? load)
    {
        JudgementDocument? judgement = test.Judgements.Count > 0 ? test.Judgements[0] : null;
        return new SubjectVerdict(
            TimeProvider.System.GetUtcNow(),
            round.ExtraWorkPercent,
            round.IsBesideHog,
            test.Test.MethodName,
            judgement?.Verdict ?? $"Error: {test.Error}",
            judgement?.Ratio,
            test.Duets.Count + test.Controlled.Count,
            judgement?.Seconds ?? 0,
            test.Duets.Sum(duet => duet.WarmUp.Seconds) + test.Controlled.Sum(launch => launch.WarmUp.Seconds),
            test.Duets.Any(duet => duet.NeedsWall) || test.Controlled.Any(launch => launch.NeedsWall),
            isFirst)
        {
            Reason = judgement?.Reason ?? "",
            LowerRatio = judgement?.RatioBounds?.Lower,
            UpperRatio = judgement?.RatioBounds?.Upper,
            Load = load,
            Control = judgement?.Control,
            Duets = test.Duets,
            Controlled = test.Controlled,
        };
    }
}
