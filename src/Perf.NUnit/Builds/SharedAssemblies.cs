namespace Perf.Builds;

/// <summary>Decides which assemblies two builds share in one process, and whether one process can hold both.</summary>
internal static class SharedAssemblies
{
    // The harness itself; what it takes from others is its own copy, so that a subject may bring another.
    private static readonly string[] Harness = ["nunit.framework", "nunit.framework.legacy", "Perf.NUnit", "Perf", "Perf.Thresholds"];

    /// <summary>The simple names of the assemblies that a build takes from the process that runs it, whatever stands beside it.</summary>
    public static IReadOnlySet<string> OfAnyBuild { get; } = new HashSet<string>(Harness, StringComparer.OrdinalIgnoreCase);

    /// <summary>The simple names of the assemblies that both take from the test host.</summary>
    /// <exception cref="DuetException">They cannot be in one process; the message says why.</exception>
    public static IReadOnlySet<string> Of(BuildFiles ofBase, BuildFiles ofHead)
    {
        ThrowIfIncompatible(ofBase, ofHead);

        // Of what only one build has there are no two copies to avoid.
        HashSet<string> shared = new(Harness, StringComparer.OrdinalIgnoreCase);
        shared.UnionWith(ofHead.NativeBound()
            .Where(ofBase.Packages.ContainsKey)
            .SelectMany(name => ofHead.Packages[name].Assemblies)
            .Select(path => Path.GetFileNameWithoutExtension(path)));
        return shared;
    }

    /// <summary>Refuses builds for which there is no one harness and no one runtime.</summary>
    /// <exception cref="DuetException">They cannot be compared; the message says why.</exception>
    public static void ThrowIfIncompatible(BuildFiles ofBase, BuildFiles ofHead)
    {
        if (ofBase.Framework != ofHead.Framework)
        {
            throw new DuetException(
                $"the base build targets {ofBase.Framework}, this one {ofHead.Framework}: both would run on {ofHead.Framework}");
        }

        foreach (string assembly in Harness)
        {
            if (ofBase.VersionOf(assembly) is { } before && ofHead.VersionOf(assembly) is { } now && before.Major != now.Major)
            {
                throw new DuetException(
                    $"the base build was made with {assembly} {before}, this one with {now}: the harness is shared and cannot be both");
            }
        }
    }

    /// <summary>The packages around native code that differ, <c>name before → now</c>: both versions cannot be in one process.</summary>
    public static IReadOnlyList<string> NativeDifferences(BuildFiles ofBase, BuildFiles ofHead) =>
    [
        .. NamesAroundNatives(ofBase).Union(NamesAroundNatives(ofHead), StringComparer.OrdinalIgnoreCase)
            .Where(name => ofBase.Packages.ContainsKey(name) && ofHead.Packages.ContainsKey(name))
            .Select(name => (Before: ofBase.Packages[name], Now: ofHead.Packages[name]))
            .Where(package => package.Before.Version != package.Now.Version || package.Before.Hash != package.Now.Hash)
            .Select(package => package.Before.Version != package.Now.Version
                ? $"{package.Before.Name} {package.Before.Version} → {package.Now.Version}"
                : $"{package.Before.Name} {package.Before.Version}, packed anew")
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> NamesAroundNatives(BuildFiles files) => files.NativeBound().Union(files.CalledFromSources());
}
