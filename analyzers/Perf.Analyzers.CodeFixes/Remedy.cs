using Microsoft.CodeAnalysis.Text;

namespace Perf.Analyzers.CodeFixes;

/// <summary>One way to mend a finding: changes of its source file, of another file, or of both.</summary>
/// <param name="Title">What the user is offered.</param>
/// <param name="Key">What is the same for each finding that is mended alike, so that all can be mended at once.</param>
/// <param name="InCode">The changes of the source file.</param>
/// <param name="InFile">The change of another file; null without one.</param>
internal sealed record Remedy(string Title, string Key, IReadOnlyList<TextChange> InCode, FileChange? InFile = null);

/// <summary>A change of thresholds.yaml or of a baseline.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Find">Finds the changes in the text as it is by then: other findings may have changed it before.</param>
internal sealed record FileChange(string Path, Func<SourceText, IReadOnlyList<TextChange>> Find);
