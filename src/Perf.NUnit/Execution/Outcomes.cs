using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Perf.Builds;
using Perf.Judging;
using Perf.Reporting;
using Perf.Runs;
using Perf.Thresholds;

namespace Perf.Execution;

/// <summary>Makes the result of a test of its judgements.</summary>
internal sealed class Outcomes(Session session, TestReference test)
{
    /// <summary>Red fails; what was not judged is said aloud, and fails where strict mode and the policy say so.</summary>
    /// <param name="context">The test.</param>
    /// <param name="judgements">What was judged, or could not be.</param>
    /// <param name="failure">Why the two builds could not be compared; the test is an error, and its other verdicts are said.</param>
    public void Tell(TestExecutionContext context, IReadOnlyList<Judgement> judgements, DuetException? failure = null)
    {
        TestResult result = context.CurrentResult;
        string[] notJudged = [.. judgements
            .Where(judgement => judgement.Verdict is Verdict.Inconclusive or Verdict.NotComparable)
            .Select(judgement => $"{judgement.Objective.Title} not judged ({judgement.VerdictInWords}): {judgement.Reason}")];
        foreach (string reason in notJudged)
        {
            context.OutWriter.WriteLine(reason);
        }

        context.OutWriter.WriteLine(JudgementTable.Of([.. judgements.Select(JudgementDocument.Of)]));
        string[] failures = [.. judgements.Where(judgement => judgement.Verdict == Verdict.Regressed).Select(judgement => FailureMessage.Of(JudgementDocument.Of(judgement), test))
            .Concat(judgements.Where(judgement => judgement.IsHeldAgainst).Select(judgement =>
                $"{judgement.Objective.Title} could not be judged, and strict mode fails on that ({Policy(judgement)}): {judgement.Reason}"))];
        string? place = failures.Length == 0 ? null : SourcePlace.Of(context.CurrentTest.Method!.MethodInfo);
        if (failure is not null)
        {
            result.SetResult(ResultState.Error, string.Join('\n', failures.Prepend(failure.Message)), failure.BodyTrace);
        }
        else if (failures.Length > 0)
        {
            foreach (string broken in failures)
            {
                result.RecordAssertion(AssertionStatus.Failed, broken, place);
            }

            result.RecordTestCompletion();
        }
        else if (judgements.Count > 0 && judgements.All(judgement => judgement.Verdict is Verdict.Inconclusive or Verdict.NotComparable))
        {
            result.SetResult(ResultState.Ignored, string.Join('\n', notJudged));
        }
    }

    /// <summary>Whether strict mode and the policy fail a test for want of this verdict.</summary>
    public bool IsHeldAgainst(Judgement judgement) => session.IsStrict && judgement switch
    {
        { Verdict: Verdict.Inconclusive } => session.Thresholds.Policy.Inconclusive == PolicyAction.Fail,
        { Verdict: Verdict.NotComparable, IsExempt: false } => session.Thresholds.Policy.MissingBaseline == PolicyAction.Fail,
        _ => false,
    };

    private static string Policy(Judgement judgement) =>
        judgement.Verdict == Verdict.Inconclusive ? "policy.inconclusive: fail" : "policy.missing_baseline: fail";
}
