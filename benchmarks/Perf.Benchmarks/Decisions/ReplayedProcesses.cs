using Perf.Judging;

namespace Perf.Benchmarks.Decisions;

/// <summary>The processes of one replay, handed out one after another, and the clock that they put forward.</summary>
/// <param name="processes">The processes, in the order of their turns.</param>
internal sealed class ReplayedProcesses<T>(IReadOnlyList<T> processes)
{
    // As PERF_BUDGET has it; five launches take a fraction of it.
    private const double BudgetSeconds = 60;

    private readonly ReplayClock _clock = new();
    private int _next;
    private double _seconds;

    /// <summary>The next one.</summary>
    /// <param name="secondsOf">For how long it measured, s, told once it is known.</param>
    public T Next(out Action<double> secondsOf)
    {
        secondsOf = seconds =>
        {
            _seconds += seconds;
            _clock.Advance(seconds);

            // There are no more processes than were recorded: to the rule, a budget that has no room for another.
            if (_next == processes.Count)
            {
                _clock.Advance(BudgetSeconds);
            }
        };
        return processes[_next++];
    }

    /// <summary>Lets the product judge them.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="comparison">What they are held against; it takes them from here.</param>
    /// <param name="tellsSeconds">Whether the recording tells what they took.</param>
    public ReplayedVerdict Judge(ReplayPlan plan, IComparison comparison, bool tellsSeconds)
    {
        Judgement judgement = new Judge(_clock, BudgetSeconds).Decide([plan.Objective], comparison)[0];
        return ReplayedVerdict.Of(judgement, tellsSeconds ? _seconds : null);
    }
}
