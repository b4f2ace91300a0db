using Perf.Judging;
using Perf.Runs;

namespace Perf.Tool.SelfTests;

/// <summary>How much is injected into each test, so much that its promises must fire; made of what the same code came to.</summary>
internal static class InjectionPlan
{
    /// <summary>A delay is beyond limit and tolerance by this, percentage points.</summary>
    public const double MarginPercent = 10;

    // Beyond the limit by a tenth of it, and by this where it is none.
    private const int MarginBytes = 1024;
    private const double MarginShare = 1.1;

    // What no array can be longer than.
    private const double MostBytes = 0x7FFF_FFC7;

    /// <summary>The delay of each test that promises a regression of time, %.</summary>
    /// <param name="run">The same code twice.</param>
    /// <param name="percent">What the user asks for; more is taken where a limit needs it.</param>
    public static Injection Delays(RunDocument run, double percent) => new()
    {
        DelayPercent = Largest(run, promise => promise.IsOfTime, judgement =>
            Math.Max(percent, judgement.AllowedPercent!.Value + judgement.TolerancePercent + MarginPercent)),
    };

    /// <summary>The bytes of each test that promises anything about allocations.</summary>
    /// <param name="run">The same code twice.</param>
    public static Injection Allocations(RunDocument run) => new()
    {
        AllocatedBytes = Largest(run, promise => promise.IsOfAllocations, judgement => judgement.Limit!.Value - (judgement.Current ?? 0))
            .ToDictionary(test => test.Key, test => (int)Math.Min(MostBytes, Math.Ceiling(Math.Max(0, test.Value) * MarginShare) + MarginBytes)),
    };

    /// <summary>Whether a judgement is one that an injection can turn.</summary>
    public static bool CanFire(JudgementDocument judgement) => judgement.Kind != Verdict.NotComparable && judgement.Limit is not null;

    // A test may promise several things, and all of them must fire.
    private static Dictionary<string, double> Largest(
        RunDocument run, Func<SelfTestPromise, bool> isOfKind, Func<JudgementDocument, double> needed) =>
        run.Tests
            .Select(test => (test.Test.FullName, Needed: test.Judgements
                .Where(judgement => isOfKind(SelfTestPromise.Of(test, judgement)) && CanFire(judgement))
                .Select(needed).ToArray()))
            .Where(test => test.Needed.Length > 0)
            .GroupBy(test => test.FullName)
            .ToDictionary(tests => tests.Key, tests => tests.SelectMany(test => test.Needed).Max());
}
