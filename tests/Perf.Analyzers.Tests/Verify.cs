using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Perf.Analyzers.Rules;

namespace Perf.Analyzers.Tests;

/// <summary>
/// Compiles a source against the real attributes and holds the findings of one rule against the marks in it:
/// <c>[{|PERF1008:MaxDuration(60)|}]</c>. Marks work in thresholds.yaml and baselines too.
/// </summary>
internal static class Verify
{
    /// <summary>Where the file lies, for fixes and findings in it.</summary>
    public const string ThresholdsPath = CompilationOf.ThresholdsPath;

    public const string BaselinePath = "/repo/baselines/cpu.json";

    public const string Usings = "using System;\nusing System.Threading.Tasks;\nusing NUnit.Framework;\nusing Perf;\n";

    /// <summary>Members of a fixture.</summary>
    public static Task Members(string id, string members, string? thresholds = null, string? baseline = null) =>
        Source(id, InFixture(members), thresholds, baseline);

    /// <summary>A whole file.</summary>
    public static Task Source(string id, string source, string? thresholds = null, string? baseline = null) =>
        new RuleTest<EmptyCodeFixProvider>(id, Usings + source, thresholds, baseline).RunAsync();

    /// <summary>A fix of members of a fixture: what they, the thresholds and the baseline become.</summary>
    public static Task Fix<TFix>(
        string id,
        (string Before, string After) members,
        (string Before, string After)? thresholds = null,
        (string Before, string After)? baseline = null,
        int action = 0,
        string? allKey = null)
        where TFix : CodeFixProvider, new()
    {
        RuleTest<TFix> test = new(id, Usings + InFixture(members.Before), thresholds?.Before, baseline?.Before)
        {
            FixedCode = Usings + InFixture(members.After),
            CodeActionIndex = action,
            CodeActionEquivalenceKey = allKey,

            // The only fix of a finding of the whole compilation, RenamedTestFix, is for `dotnet format`.
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck
                | CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        };
        Add(test.FixedState, ThresholdsPath, thresholds?.After);
        Add(test.FixedState, BaselinePath, baseline?.After);
        return test.RunAsync();
    }

    public static string InFixture(string members) =>
        $"namespace Shop;\n\n[TestFixture]\npublic class CartTests\n{{\n{members}\n}}\n";

    private static void Add(ProjectState state, string path, string? content)
    {
        if (content is not null)
        {
            state.AdditionalFiles.Add((path, content));
        }
    }

    private sealed class RuleTest<TFix> : CSharpCodeFixTest<PerfAnalyzer, TFix, DefaultVerifier>
        where TFix : CodeFixProvider, new()
    {
        public RuleTest(string id, string source, string? thresholds, string? baseline)
        {
            TestCode = source;
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            TestState.AdditionalReferences.AddRange(CompilationOf.References);
            Add(TestState, ThresholdsPath, thresholds);
            Add(TestState, BaselinePath, baseline);

            // One analyzer has all rules; a test is about one of them.
            DisabledDiagnostics.AddRange(RuleBook.All.Select(rule => rule.Descriptor.Id).Where(other => other != id));
        }

        protected override ParseOptions CreateParseOptions() =>
            ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Latest);

        protected override CompilationOptions CreateCompilationOptions() =>
            base.CreateCompilationOptions().WithOutputKind(OutputKind.DynamicallyLinkedLibrary);
    }
}
