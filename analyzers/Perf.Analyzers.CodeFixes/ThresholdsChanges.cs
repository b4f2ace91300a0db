using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Perf.Thresholds.Editing;

namespace Perf.Analyzers.CodeFixes;

/// <summary>Changes of thresholds.yaml that a finding asks for.</summary>
internal static class ThresholdsChanges
{
    /// <summary>Adds the missing key; null where the finding names none.</summary>
    public static FileChange? Add(Diagnostic finding, string number) =>
        Change(finding, number, ThresholdsEditor.Add);

    /// <summary>Writes another number; null where the finding names no key.</summary>
    public static FileChange? Replace(Diagnostic finding, string number) =>
        Change(finding, number, ThresholdsEditor.Replace);

    private static FileChange? Change(
        Diagnostic finding, string number, Func<string, string, string, string, ThresholdsEdit?> edit) =>
        finding.Properties.TryGetValue(FixData.Path, out string? path)
        && finding.Properties.TryGetValue(FixData.Section, out string? section)
        && finding.Properties.TryGetValue(FixData.Key, out string? key)
            ? new FileChange(path!, text => edit(text.ToString(), section!, key!, number) is { } change
                ? [new TextChange(new TextSpan(change.Start, change.Length), change.Text)]
                : [])
            : null;
}
