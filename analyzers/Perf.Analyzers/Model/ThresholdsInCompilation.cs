using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Perf.Thresholds;
using Perf.Thresholds.Promises;

namespace Perf.Analyzers.Model;

/// <summary>The thresholds file of a compilation.</summary>
/// <param name="Source">Where it is read from; null without a file, so that the built-in defaults apply.</param>
/// <param name="Text">Its text; null without a file.</param>
/// <param name="File">What it says.</param>
internal sealed record ThresholdsInCompilation(AdditionalText? Source, SourceText? Text, ThresholdsFile File)
{
    /// <summary>The name of every thresholds file, and how messages call it: the same sentence on every machine.</summary>
    public const string FileName = "thresholds.yaml";

    private readonly ConcurrentDictionary<
        (KeyPromise Promise, SectionOfTest Section), (IReadOnlyList<Threshold> Found, PromiseProblem? Problem)> _judged = new();

    /// <summary>Its path; null without a file.</summary>
    public string? Path => Source?.Path;

    /// <summary>Whether it can be read; of one with problems nothing else is said, since one slip makes many errors.</summary>
    public bool IsReadable => File.Problems.Count == 0;

    /// <summary>Every environment that a run may be in: those with overlays, and one without.</summary>
    public IReadOnlyList<string> Environments { get; } = [.. File.Environments, ""];

    /// <summary>What a promise comes to in a section; worked out once, however many tests promise it.</summary>
    public (IReadOnlyList<Threshold> Found, PromiseProblem? Problem) Judge(
        KeyPromise promise,
        SectionOfTest section,
        Func<(IReadOnlyList<Threshold> Found, PromiseProblem? Problem)> judge) =>
        _judged.GetOrAdd((promise, section), _ => judge());

    /// <summary>A place in the file.</summary>
    public Location? LocationOf(TextRange range)
    {
        if (Path is null || Text is null)
        {
            return null;
        }

        LinePositionSpan lines = new(
            new LinePosition(range.Line - 1, range.Column - 1),
            new LinePosition(range.EndLine - 1, range.EndColumn - 1));
        return Location.Create(Path, Text.Lines.GetTextSpan(lines), lines);
    }
}
