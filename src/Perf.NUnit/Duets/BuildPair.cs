using System.Collections.Concurrent;
using System.Reflection;
using Perf.Builds;

namespace Perf.Duets;

/// <summary>Both builds of a test assembly, loaded once a process.</summary>
internal sealed class BuildPair
{
    private static readonly ConcurrentDictionary<string, Lazy<BuildPair>> Pairs = new(StringComparer.Ordinal);

    private BuildPair(string basePath, string headPath)
    {
        BuildFiles ofBase = BuildFiles.Of(basePath);
        BuildFiles ofHead = BuildFiles.Of(headPath);
        InstrumentOrigins.Watch();
        IReadOnlySet<string> shared = SharedAssemblies.Of(ofBase, ofHead);
        BuildContext? before = null;
        BuildContext? now = null;
        Coin.Fair.InAnyOrder(
            () => before = new BuildContext(BuildContext.BaseName, basePath, headPath, shared),
            () => now = new BuildContext(BuildContext.HeadName, headPath, headPath, shared));
        (Base, Head) = (before!, now!);
    }

    public BuildContext Base { get; }

    public BuildContext Head { get; }

    public InstrumentOwners Owners => new(
        instrument => InstrumentOrigins.IsOf(instrument, Base.Name!), instrument => InstrumentOrigins.IsOf(instrument, Head.Name!));

    /// <summary>The pair of a base folder and the assembly under test.</summary>
    /// <exception cref="DuetException">They cannot be loaded side by side.</exception>
    public static BuildPair Of(string baseFolder, Assembly head)
    {
        string basePath = Path.GetFullPath(Path.Combine(baseFolder, Path.GetFileName(head.Location)));
        return Pairs.GetOrAdd(basePath, path => new Lazy<BuildPair>(() => new BuildPair(path, head.Location))).Value;
    }
}
