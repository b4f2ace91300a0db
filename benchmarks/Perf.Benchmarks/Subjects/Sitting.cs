using System.Diagnostics;
using Perf.Benchmarks.Figures;

namespace Perf.Benchmarks.Subjects;

/// <summary>Rounds one after the other for a while, their verdicts appended to a record.</summary>
/// <param name="Runs">Runs a round.</param>
/// <param name="Record">The record of all sittings.</param>
/// <param name="Enough">How many verdicts tell enough, by percent of extra work.</param>
/// <param name="WithHog">Whether about half of the rounds are beside a hog.</param>
internal sealed record Sitting(
    SubjectRuns Runs, FigureRecord<SubjectVerdict> Record, IReadOnlyDictionary<int, double> Enough, bool WithHog)
{
    /// <summary>Sits; the round that runs when the time is over is finished.</summary>
    public void Take(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            SubjectVerdict[] seen = [.. Record.Read().Where(verdict => verdict.Against == Runs.Against)];
            SubjectRound round = SubjectRound.Next(Enough, seen, WithHog);
            Console.WriteLine(round);
            Record.Append(Runs.Verdicts(round));
        }
    }
}
