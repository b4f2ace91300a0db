using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Shouldly;

namespace Perf.Analyzers.Tests;

/// <summary>Compilations in memory, for tests of more than one rule.</summary>
internal static class CompilationOf
{
    public const string ThresholdsPath = "/repo/baselines/thresholds.yaml";

    // The running platform's own assemblies: offline, and the same for every test.
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "netstandard.dll" or "mscorlib.dll" or "nunit.framework.dll"
                        or "Perf.NUnit.dll" or "Perf.dll" or "Perf.Thresholds.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Source(string source) => Sources([("Test0.cs", source)]);

    public static CSharpCompilation Sources(
        IEnumerable<(string Path, string Text)> sources, params IEnumerable<MetadataReference> more) =>
        CSharpCompilation.Create(
            "Tested",
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, path: source.Path)),
            References.Concat(more),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>What the analyzer finds; an exception of its own fails the test.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Findings(Compilation compilation, params IEnumerable<AdditionalText> files)
    {
        AnalyzerOptions options = new([.. files]);
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(
            [new PerfAnalyzer()],
            new CompilationWithAnalyzersOptions(
                options, null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));
        ImmutableArray<Diagnostic> found = await analyzed.GetAnalyzerDiagnosticsAsync();
        found.Where(diagnostic => diagnostic.Id == "AD0001").ShouldBeEmpty();
        return found;
    }

    public static AdditionalText Thresholds(string text) => new InMemory(ThresholdsPath, SourceText.From(text, Encoding.UTF8));

    /// <summary>A file read from bytes as the compiler reads it.</summary>
    public static AdditionalText Thresholds(byte[] bytes) =>
        new InMemory(ThresholdsPath, SourceText.From(new MemoryStream(bytes), throwIfBinaryDetected: false));

    private sealed class InMemory(string path, SourceText text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
