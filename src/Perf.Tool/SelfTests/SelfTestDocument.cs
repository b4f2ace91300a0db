namespace Perf.Tool.SelfTests;

/// <summary>What <c>selftest --json</c> writes.</summary>
/// <param name="Project">The test project.</param>
/// <param name="Rounds">How often all was asked.</param>
/// <param name="Answers">What each promise said to each question.</param>
/// <param name="Rates">The same over all promises.</param>
/// <param name="NotApplicable">Promises that no injection can make fire, and why.</param>
internal sealed record SelfTestDocument(
    string Project,
    int Rounds,
    IReadOnlyList<SelfTestAnswer> Answers,
    IReadOnlyList<Rate> Rates,
    IReadOnlyList<string> NotApplicable)
{
    /// <summary>
    /// The exit code: a wrong answer outweighs what was not measured, and that what could not be told; a suite that nothing was asked of
    /// has not passed.
    /// </summary>
    public ExitCode ExitCode =>
        Answers.Any(answer => answer.Wrong > 0) ? ExitCode.Regressed
        : Answers.Any(answer => answer.Failed > 0) ? ExitCode.Misuse
        : Answers.Count == 0 || Answers.Any(answer => answer.Inconclusive > 0) ? ExitCode.NotJudged
        : ExitCode.Pass;
}
