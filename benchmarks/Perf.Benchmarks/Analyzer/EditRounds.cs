using Microsoft.CodeAnalysis;

namespace Perf.Benchmarks.Analyzer;

/// <summary>Passes after edits, of several contenders by turns; each has a compilation of its own, so none works for the next.</summary>
internal sealed class EditRounds
{
    private const int WarmUpRounds = 100;

    private readonly (Contender Who, SuiteCode Code)[] _sides;

    public EditRounds(string baselines, params IReadOnlyList<Contender> contenders)
    {
        _sides = [.. contenders.Select(contender => (contender, SuiteCode.Create(baselines)))];
        foreach ((Contender who, SuiteCode code) in _sides)
        {
            RefuseFindings(AnalyzerPass.OfAll(code, who), who);
        }
    }

    /// <summary>One pass after each edit.</summary>
    /// <param name="what">What is edited and looked at.</param>
    /// <param name="rounds">How many edits count.</param>
    /// <param name="pass">Looks at the code.</param>
    public IReadOnlyList<PassSeries> Measure(
        string what, int rounds, Func<SuiteCode, Contender, AnalyzerPass> pass)
    {
        PassSeries[] series = [.. _sides.Select(side => new PassSeries(what, side.Who.Name))];
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            for (int side = 0; side < _sides.Length; side++)
            {
                (Contender who, SuiteCode code) = _sides[side];
                code.EditATest(round + WarmUpRounds + 1);
                AnalyzerPass taken = pass(code, who);
                if (round >= 0)
                {
                    series[side].Add(taken);
                }
            }
        }

        return series;
    }

    // A pass that finds nothing because it looked at nothing would be quick.
    private static void RefuseFindings(AnalyzerPass pass, Contender who)
    {
        if (pass.Found.FirstOrDefault(finding => finding.Severity >= DiagnosticSeverity.Warning) is { } finding)
        {
            throw new InvalidOperationException($"the made-up code is not as {who.Name} wants it: {finding}");
        }
    }
}
