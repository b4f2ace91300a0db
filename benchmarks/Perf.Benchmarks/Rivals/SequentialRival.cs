using Perf.Benchmarks.Subjects;

namespace Perf.Benchmarks.Rivals;

/// <summary>
/// The naive rule and Mann–Whitney, which judge the samples of the same two processes: one of the base build, whose
/// samples are what was stored, and after it one of the head.
/// </summary>
/// <param name="builds">The builds.</param>
internal sealed class SequentialRival(SubjectBuilds builds) : IRival
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public IReadOnlyList<RivalVerdict> Verdicts(RivalRound round)
    {
        using Hog? hog = round.IsBesideHog ? Hog.Start(Longest) : null;
        return [.. RivalRound.Subjects.SelectMany(subject => Verdicts(round, subject))];
    }

    private RivalVerdict[] Verdicts(RivalRound round, string subject)
    {
        (double[] ofBase, double baseSeconds) = SampleCommand.SamplesOf(builds.Base, subject);
        (double[] ofHead, double headSeconds) = SampleCommand.SamplesOf(builds.Head(round.ExtraWorkPercent), subject);
        return
        [
            .. SequentialRule.All.Select(rule => RivalVerdict.Of(
                rule.Name,
                round,
                subject,
                rule.IsRed(ofBase, ofHead) ? "Slower" : "Same",
                rule.IsRed(ofBase, ofHead),
                rule.Ratio(ofBase, ofHead),
                baseSeconds + headSeconds)),
        ];
    }
}
