using Microsoft.CodeAnalysis;
using Perf.Analyzers.Model;
using Perf.Thresholds;

namespace Perf.Analyzers.Rules.Baselines;

/// <summary>
/// An entry whose test no longer exists; reported on the test that it became, where one looks like it, else in the baseline.
/// </summary>
internal sealed class OrphanedBaselineEntry() : CompilationRule(Definition)
{
    private static readonly DiagnosticDescriptor Definition = new(
        "PERF1102",
        "An entry of a baseline needs its test",
        "{0} has an entry for {1}, which is no test; {2}",
        Category.Baselines,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Of("PERF1102"),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public override void Check(SeenCompilation seen, Action<Diagnostic> report)
    {
        SloMethod[] known = [.. seen.Methods.Where(TestName.IsKnown)];
        foreach (BaselineInCompilation baseline in seen.Baselines)
        {
            // Each for itself: a renaming may have reached one of them only.
            HashSet<string> recorded = [.. baseline.Entries.Select(entry => entry.Method)];
            SloMethod[] unrecorded = [.. known.Where(method => !recorded.Contains(method.Name))];
            Tests tests = new(seen, unrecorded);
            HashSet<SloMethod> taken = [];
            foreach (IGrouping<string, BaselineEntry> entries in baseline.Entries.GroupBy(entry => entry.Method))
            {
                if (tests.IsGone(entries.Key))
                {
                    SloMethod? renamed = Likely(entries.Key, unrecorded.Where(method => !taken.Contains(method)));
                    report(Finding(baseline, entries, renamed));
                    if (renamed is not null)
                    {
                        taken.Add(renamed);
                    }
                }
            }
        }
    }

    private Diagnostic Finding(BaselineInCompilation baseline, IGrouping<string, BaselineEntry> entries, SloMethod? renamed)
    {
        Location entry = baseline.LocationOf(entries.First());
        return renamed is null
            ? Diagnostic.Create(
                Descriptor, entry, baseline.Name, entries.Key, "remove the entry, or record again")
            : Diagnostic.Create(
                Descriptor,
                renamed.Location,
                [entry],
                FixData.None
                    .With(FixData.Path, baseline.Path)
                    .With(FixData.Name, entries.Key)
                    .With(FixData.Names, renamed.Name),
                baseline.Name,
                entries.Key,
                $"did you rename it to {renamed.Name}?");
    }

    // A test that moved keeps its own name, one that was renamed its class; else only the spelling tells.
    private static SloMethod? Likely(string name, IEnumerable<SloMethod> candidates)
    {
        SloMethod[] all = [.. candidates];
        string methodName = TestName.MethodOf(name);
        return all.FirstOrDefault(method => method.Method.Name == methodName)
            ?? (Spelling.Nearest(name, all.Select(method => method.Name)) is { Count: > 0 } alike
                ? all.First(method => method.Name == alike[0])
                : OnlyOneOf(TestName.ClassOf(name), all));
    }

    private static SloMethod? OnlyOneOf(string className, SloMethod[] candidates)
    {
        SloMethod[] ofClass = [.. candidates.Where(method => TestName.ClassOf(method.Name) == className)];
        return ofClass.Length == 1 ? ofClass[0] : null;
    }
}
