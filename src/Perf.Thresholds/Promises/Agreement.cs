namespace Perf.Thresholds.Promises;

/// <summary>What a promise and the file come to in one environment.</summary>
/// <param name="Threshold">The file's number; null where it has none or is not asked.</param>
/// <param name="Problem">Why the promise cannot be kept; null when it can.</param>
public sealed record Agreement(Threshold? Threshold, PromiseProblem? Problem)
{
    /// <summary>Holds a promise against a file.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="file">The file, or the built-in defaults.</param>
    /// <param name="section">The section of the test; null without one.</param>
    /// <param name="environment">The environment whose overlays count.</param>
    public static Agreement Of(KeyPromise promise, ThresholdsFile file, string? section, string environment)
    {
        if (promise.Arguments.FirstOrDefault(argument => !argument.Range.Contains(argument.Value)) is { } wrong)
        {
            return Failed(PromiseProblem.OutOfRange(wrong));
        }

        if (promise.Key is not { } key)
        {
            return promise.Literal is null && !promise.IsOptional
                ? Failed(new PromiseProblem(
                    PromiseProblemKind.NoNumber, "no number: give it one, or a Key of thresholds.yaml", []))
                : new Agreement(null, SlipOf(section, file));
        }

        if (promise.IsNamed && Misfit(promise, key) is { } misfit)
        {
            return Failed(misfit);
        }

        if (promise.Section is not null && SlipOf(section, file) is { } slip)
        {
            return Failed(slip);
        }

        string? inSection = promise.Section ?? section;
        ThresholdLookup found = file.Find(key, inSection, environment);
        return found.Outcome switch
        {
            LookupOutcome.Found => new Agreement(found.Threshold, Tolerance(promise, file, found.Threshold, environment)),
            LookupOutcome.AmbiguousSection => Failed(PromiseProblem.Of(
                PromiseProblemKind.AmbiguousSection,
                $"{key} stands in the sections {string.Join(", ", found.Candidates)} of {file.Path}: say which by [Section(\"…\")]",
                found)),

            // Nobody writes a section for a file that is not there; a name that an existing file lacks is a slip.
            LookupOutcome.UnknownSection when !file.IsBuiltIn || promise.Section is not null => Failed(PromiseProblem.Of(
                PromiseProblemKind.UnknownSection, $"{file.Path} has no section {inSection}{DidYouMean(found)}", found)),
            _ when promise.IsNamed => Failed(PromiseProblem.Of(
                PromiseProblemKind.UnknownKey,
                $"{Missing(key, inSection, file)}{DidYouMean(found)}: write it there, or name another key",
                found)),
            _ when promise.Enforced(null) is null && !promise.IsOptional => Failed(PromiseProblem.Of(
                PromiseProblemKind.NoNumber,
                $"{Missing(key, inSection, file)}{DidYouMean(found)}: write it there, or give the attribute a number",
                found)),
            _ => new Agreement(null, Tolerance(promise, file, null, environment)),
        };
    }

    // The test's section says nothing to a promise that needs no key or names its own; a slip in its name is one all the same.
    private static PromiseProblem? SlipOf(string? section, ThresholdsFile file) =>
        section is null || file.IsBuiltIn || file.Sections.Contains(section)
            ? null
            : new PromiseProblem(
                PromiseProblemKind.UnknownSection, $"{file.Path} has no section {section}", Spelling.Nearest(section, file.Sections));

    private static PromiseProblem? Tolerance(
        KeyPromise promise, ThresholdsFile file, Threshold? threshold, string environment) =>
        promise.IsNoisyRegression && promise.Enforced(threshold?.Value) is { } percent
            ? PromiseProblem.OfTolerance(percent, file.MeasurementNoisePercent(environment))
            : null;

    private static PromiseProblem? Misfit(KeyPromise promise, string key)
    {
        string wanted = promise.Better == Direction.LowerIsBetter ? "max_" : "min_";
        return key.StartsWith(wanted, StringComparison.Ordinal)
            ? null
            : PromiseProblem.KeyDoesNotFit($"the key {key} does not begin with {wanted}: name one that does");
    }

    private static string Missing(string key, string? section, ThresholdsFile file)
    {
        string has = file.IsBuiltIn ? "there is no thresholds.yaml, and the built-in defaults have" : $"{file.Path} has";
        return $"{has} no {key}{(section is null ? "" : $" in section {section}")}";
    }

    private static string DidYouMean(ThresholdLookup found) =>
        found.Candidates.Count == 0 ? "" : $" (did you mean {string.Join(" or ", found.Candidates)}?)";

    private static Agreement Failed(PromiseProblem problem) => new(null, problem);
}
