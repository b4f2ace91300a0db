using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Perf.Benchmarks.Analyzer;

/// <summary>The made-up suite as an editor holds it: a compilation that changes with every edit.</summary>
internal sealed class SuiteCode
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    private readonly SyntaxTree[] _fixtures;
    private readonly AdditionalText _baselines;
    private readonly AdditionalText _thresholds = new TextInMemory("/suite/baselines/thresholds.yaml", MadeUpSuite.Thresholds());

    private SuiteCode(CSharpCompilation compilation, SyntaxTree[] fixtures, string baselines)
    {
        Compilation = compilation;
        _fixtures = fixtures;
        _baselines = new TextInMemory("/suite/baselines/cpu.json", baselines);
    }

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>The fixture that was edited last.</summary>
    public SyntaxTree Edited { get; private set; } = null!;

    public AnalyzerOptions Options => new([_baselines, _thresholds]);

    /// <exception cref="InvalidOperationException">The made-up code does not compile.</exception>
    public static SuiteCode Create(string baselines)
    {
        SyntaxTree[] fixtures =
        [
            .. Enumerable.Range(0, MadeUpSuite.Fixtures).Select(fixture => CSharpSyntaxTree.ParseText(
                SourceText.From(MadeUpSuite.Source(fixture)), path: $"/suite/Orders{fixture}Tests.cs")),
        ];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Suite",
            [CSharpSyntaxTree.ParseText(GlobalUsings), .. fixtures],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return compilation.GetDiagnostics().FirstOrDefault(found => found.Severity >= DiagnosticSeverity.Warning) is { } wrong
            ? throw new InvalidOperationException($"the made-up code does not compile: {wrong}")
            : new SuiteCode(compilation, fixtures, baselines);
    }

    /// <summary>Changes one test; after all of a fixture's had their turn, that is as it was, and the next one follows.</summary>
    public void EditATest(int edit)
    {
        int fixture = edit / MadeUpSuite.TestsOfAFixture % MadeUpSuite.Fixtures;
        bool isLast = (edit + 1) % MadeUpSuite.TestsOfAFixture == 0;
        SourceText text = SourceText.From(MadeUpSuite.Source(fixture, isLast ? 0 : edit));
        Edited = _fixtures[fixture].WithChangedText(text);
        Compilation = Compilation.ReplaceSyntaxTree(_fixtures[fixture], Edited);
        _fixtures[fixture] = Edited;
    }

    private static IEnumerable<MetadataReference> References()
    {
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return platform.Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Concat(AnalyzerFiles.References)
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    private sealed class TextInMemory(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
