using Perf.Runs;
using Perf.Thresholds;
using Perf.Tool.Runs;

namespace Perf.Tool.Acceptances;

/// <summary>A test of a run.</summary>
/// <param name="File">The run.</param>
/// <param name="Test">The test.</param>
internal sealed record ChosenTest(RunFile File, TestDocument Test);

/// <summary>Finds the tests of runs that a user means.</summary>
internal static class TestChoice
{
    /// <summary>The tests of some names, or all that have something to accept.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="names">Full names, <c>Class.Method</c>, or parts that only one test has; null for all.</param>
    /// <exception cref="ToolException">A name is of no test or of several, or a test cannot be accepted.</exception>
    public static IReadOnlyList<ChosenTest> Of(IReadOnlyList<RunFile> runs, IReadOnlyList<string>? names)
    {
        ChosenTest[] all = [.. runs.SelectMany(run => run.Run.Tests.Select(test => new ChosenTest(run, test)))];
        ChosenTest[] chosen = names is null
            ? [.. all.Where(one => one.Test.Series.Count > 0 || one.Test.Error is not null || one.Test.Duets.Count > 0)]
            : [.. names.SelectMany(name => Named(name, all)).Distinct()];
        string[] problems = [.. chosen.Select(WhyNot).OfType<string>()];
        return problems.Length > 0 ? throw new ToolException(string.Join("\n  ", problems))
            : chosen.Length > 0 ? chosen
            : throw new ToolException("no test of the run promises a [MaxRegression]: there is nothing to accept");
    }

    private static ChosenTest[] Named(string name, ChosenTest[] all)
    {
        ChosenTest[][] ways =
        [
            [.. all.Where(one => one.Test.Test.FullName == name)],
            [.. all.Where(one => $"{one.Test.Test.ClassName}.{one.Test.Test.MethodName}" == name || PlainTestName.Of(one.Test.Test.FullName) == name)],
            [.. all.Where(one => one.Test.Test.FullName.Contains(name, StringComparison.Ordinal))],
        ];
        ChosenTest[] found = ways.FirstOrDefault(way => way.Length > 0) ?? throw Unknown(name, all);

        // The cases of a method have its name together; a class may be in several namespaces, and a part of a name means one test only.
        return found == ways[2] && found.Select(one => one.Test.Test.FullName).Distinct().Count() > 1
                ? throw new ToolException($"{name} is a part of several names: write one of\n  {Lines(found)}")
            : found == ways[1] && found.Select(one => PlainTestName.Of(one.Test.Test.FullName)).Distinct().Count() > 1
                ? throw new ToolException($"{name} is the name of several tests: write one of\n  {Lines(found)}")
            : found;
    }

    private static ToolException Unknown(string name, ChosenTest[] all)
    {
        string method = name[(name.LastIndexOf('.') + 1)..];
        IReadOnlyList<string> alike = Spelling.Nearest(method, all.Select(one => one.Test.Test.MethodName));
        ChosenTest[] meant = [.. all.Where(one => alike.Contains(one.Test.Test.MethodName))];
        return new ToolException(meant.Length > 0
            ? $"the run has no test {name}: did you mean\n  {Lines(meant)}"
            : $"the run has no test {name}; it has\n  {Lines(all)}");
    }

    private static string? WhyNot(ChosenTest one)
    {
        string name = one.Test.Test.FullName;
        return one.Test switch
        {
            { Error: { } error } => $"{name} is an error in this run, so there is nothing to accept ({error}): mend it, or accept the others by --test",
            { Series.Count: > 0 } => null,
            { Duets.Count: > 0 } =>
                $"{name} ran beside a base build and not against a file: its change is accepted by merging it, or by a raised [PerfVersion] where the gate must pass; "
                    + "dotnet perf baseline record writes it into a file",
            _ => $"{name} promises no [MaxRegression], so no baseline holds it",
        };
    }

    private static string Lines(IEnumerable<ChosenTest> tests) =>
        string.Join("\n  ", tests.Select(one => one.Test.Test.FullName).Distinct().Order(StringComparer.Ordinal));
}
