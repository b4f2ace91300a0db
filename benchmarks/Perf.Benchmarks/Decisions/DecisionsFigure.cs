using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Decisions;

/// <summary>What the rules say of recorded processes.</summary>
/// <param name="MeasuredAt">When it was told.</param>
/// <param name="Plan">What was asked.</param>
/// <param name="Questions">The questions and their answers.</param>
/// <param name="Guard">Which launches the file rule refuses to compare.</param>
/// <param name="Promises">What is promised of ours.</param>
internal sealed record DecisionsFigure(
    DateTimeOffset MeasuredAt,
    ReplayPlan Plan,
    IReadOnlyList<DecisionQuestion> Questions,
    IReadOnlyList<GuardRow> Guard,
    IReadOnlyList<FigurePromise> Promises)
{
    /// <summary>The figure of a folder of recordings.</summary>
    /// <exception cref="Perf.Files.PerfFileException">A recording is not there, or not such a one.</exception>
    public static DecisionsFigure Of(DirectoryInfo folder, ReplayPlan plan)
    {
        Recordings recorded = Recordings.Read(folder, plan);
        FileQuestions ofFile = new(recorded.Processes, plan);
        DuetQuestions ofDuet = new(plan);
        DecisionQuestion file = ofFile.Answer();
        DecisionQuestion launches = ofDuet.OfLaunches(recorded.Launches);
        return new DecisionsFigure(
            TimeProvider.System.GetUtcNow(),
            plan,
            [
                .. new RunQuestions(plan).Answer(recorded.Runs),
                file,
                launches,
                .. ofDuet.OfLuck(recorded.Luck),
                .. ofDuet.OfExtraWork(recorded.Duets),
            ],
            ofFile.Guard(),
            plan.IsUsual ? DecisionPromises.Of(file, launches) : []);
    }
}
