using System.Globalization;
using Perf.Judging;
using Perf.Runs;

namespace Perf.Tool.SelfTests;

/// <summary>Counts what the promises of a suite say to the same code and to injections.</summary>
internal sealed class SelfTest
{
    private readonly Dictionary<(SelfTestPromise Promise, SelfTestQuestion Question), SelfTestAnswer> _answers = [];
    private readonly SortedSet<string> _notApplicable = [];

    /// <summary>What was said so far.</summary>
    public IReadOnlyList<SelfTestAnswer> Answers => [.. _answers.Values];

    /// <summary>Promises that nothing is asked of, and why.</summary>
    public IReadOnlyList<string> NotApplicable => [.. _notApplicable];

    /// <summary>Counts a run of the same code twice.</summary>
    public void CountSameCode(RunDocument run)
    {
        foreach (TestDocument test in run.Tests)
        {
            if (test.Error is { } error)
            {
                Answer(new SelfTestPromise(test.Test.FullName, "", ""), SelfTestQuestion.SameCode, null).Count(null, error);
            }

            foreach (JudgementDocument judgement in test.Judgements)
            {
                SelfTestPromise promise = SelfTestPromise.Of(test, judgement);
                if (promise.IsRegression && judgement.Kind != Verdict.NotComparable)
                {
                    Answer(promise, SelfTestQuestion.SameCode, null).Count(judgement, null);
                }

                if (WhyNotApplicable(promise, judgement) is { } why)
                {
                    _notApplicable.Add($"{promise.Test}: {promise.Attribute} {why}");
                }
            }
        }
    }

    /// <summary>Counts a run with a delay.</summary>
    public void CountDelay(RunDocument run, Injection injection, RunDocument same) => Count(
        SelfTestQuestion.Delay,
        run,
        same,
        promise => promise.IsOfTime && injection.DelayPercent.TryGetValue(promise.Test, out double percent)
            ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %")
            : null);

    /// <summary>Counts a run with allocations.</summary>
    public void CountAllocation(RunDocument run, Injection injection, RunDocument same) => Count(
        SelfTestQuestion.Allocation,
        run,
        same,
        promise => promise.IsOfAllocations && injection.AllocatedBytes.TryGetValue(promise.Test, out int bytes)
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes} B")
            : null);

    private void Count(SelfTestQuestion question, RunDocument run, RunDocument same, Func<SelfTestPromise, string?> injected)
    {
        foreach (TestDocument test in same.Tests)
        {
            foreach (SelfTestPromise promise in test.Judgements.Where(InjectionPlan.CanFire).Select(judgement => SelfTestPromise.Of(test, judgement)).Distinct())
            {
                if (injected(promise) is { } what)
                {
                    string? error = run.Tests.FirstOrDefault(other => other.Test.FullName == promise.Test)?.Error;
                    Answer(promise, question, what).Count(promise.In(run), error);
                }
            }
        }
    }

    private SelfTestAnswer Answer(SelfTestPromise promise, SelfTestQuestion question, string? injected)
    {
        if (!_answers.TryGetValue((promise, question), out SelfTestAnswer? answer))
        {
            answer = new SelfTestAnswer(promise.Test, promise.Metric, promise.Attribute, question, injected);
            _answers.Add((promise, question), answer);
        }

        return answer;
    }

    private static string? WhyNotApplicable(SelfTestPromise promise, JudgementDocument judgement) =>
        !promise.IsOfTime && !promise.IsOfAllocations ? "promises neither time beside a baseline nor allocations"
        : InjectionPlan.CanFire(judgement) ? null
        : $"was not compared: {judgement.Reason}";
}
