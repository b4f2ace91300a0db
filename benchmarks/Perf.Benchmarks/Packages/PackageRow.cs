using Perf.Runs;
using Perf.Statistics;

namespace Perf.Benchmarks.Packages;

/// <summary>What a duet says of a package's two versions.</summary>
/// <param name="Package">The package.</param>
/// <param name="Operation">What was done with it.</param>
/// <param name="Base">The version that was there before.</param>
/// <param name="Head">The version that took its place.</param>
/// <param name="Verdict">What the duet came to; the error where there was none.</param>
/// <param name="Ratio">head / base.</param>
/// <param name="RatioBounds">Its 99 % bounds.</param>
/// <param name="Launches">How many processes were asked.</param>
/// <param name="Seconds">From the first launch to the verdict, s.</param>
internal sealed record PackageRow(
    string Package,
    string Operation,
    string Base,
    string Head,
    string Verdict,
    double? Ratio,
    Bounds? RatioBounds,
    int Launches,
    double Seconds)
{
    /// <summary>Judged red.</summary>
    public bool IsRegressed => Verdict == "Regressed";

    /// <summary>Judged green.</summary>
    public bool IsPass => Verdict.StartsWith("Pass", StringComparison.Ordinal);

    /// <summary>The row of a test.</summary>
    public static PackageRow Of(PackageSubject subject, PackageBuild before, PackageBuild after, RunDocument run)
    {
        TestDocument test = run.Tests.Single(test => test.Test.MethodName == subject.Test);
        JudgementDocument? judgement = test.Judgements.Count > 0 ? test.Judgements[0] : null;
        return new PackageRow(
            subject.Package,
            subject.Operation,
            before.VersionOf(subject.Package),
            after.VersionOf(subject.Package),
            judgement?.Verdict ?? $"Error: {test.Error}",
            judgement?.Ratio,
            judgement?.RatioBounds,
            judgement?.Launches ?? 0,
            judgement?.Seconds ?? 0);
    }
}
