using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Model;

/// <summary>One promise of an attribute, held against the file in every environment that a run may be in.</summary>
/// <param name="Slo">The attribute.</param>
/// <param name="Promise">What it says of one key.</param>
/// <param name="Found">The file's number in each environment; empty where the key is missing or cannot be known.</param>
/// <param name="Problem">Why it cannot be kept in one of them; null when it can.</param>
internal sealed record Term(Slo Slo, KeyPromise Promise, IReadOnlyList<Threshold> Found, PromiseProblem? Problem)
{
    /// <summary>The name of the property that the literal is given to; null for the attribute's own limit.</summary>
    public string? ArgumentName => Promise.Arguments.Count == 0 ? null : Promise.Arguments[0].Name;

    public static Term Of(Slo slo, KeyPromise promise, SectionOfTest section, ThresholdsInCompilation thresholds)
    {
        (IReadOnlyList<Threshold> found, PromiseProblem? problem) = thresholds.Judge(
            promise, section, () => Judge(promise, section, thresholds));
        return new Term(slo, promise, found, problem);
    }

    private static (IReadOnlyList<Threshold> Found, PromiseProblem? Problem) Judge(
        KeyPromise promise, SectionOfTest section, ThresholdsInCompilation thresholds)
    {
        bool isKnown = thresholds.IsReadable && (promise.Section is not null || !section.IsOpen);
        Agreement[] agreements =
        [
            .. thresholds.Environments.Select(environment =>
                Agreement.Of(promise, thresholds.File, section.Name, environment)),
        ];
        PromiseProblem? problem = agreements
            .Select(agreement => agreement.Problem)
            .FirstOrDefault(problem => problem is not null && (isKnown || IsOfAttributeAlone(promise, problem.Kind)));
        return (
            isKnown ? [.. agreements.Select(agreement => agreement.Threshold).OfType<Threshold>()] : [],
            problem);
    }

    private static bool IsOfAttributeAlone(KeyPromise promise, PromiseProblemKind kind) => kind switch
    {
        PromiseProblemKind.OutOfRange or PromiseProblemKind.KeyDoesNotFit => true,
        PromiseProblemKind.NoNumber => promise.Key is null,
        _ => false,
    };
}
