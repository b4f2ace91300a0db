using Perf.Builds;
using Perf.Execution;

namespace Perf.Recording;

/// <summary>The builds that baselines were recorded from, kept in <c>.perf/builds</c> beside the baselines folder, so that a duet can settle a doubt.</summary>
/// <param name="layout">The build under test.</param>
/// <param name="isAlwaysMeasured">Whether equal builds are measured all the same.</param>
internal sealed class RecordedBuilds(BuildLayout layout, bool isAlwaysMeasured)
{
    private readonly Dictionary<string, BaseBuild?> _found = [];

    /// <summary>Keeps the build under test.</summary>
    /// <param name="commit">The commit that it was made of; null when unknown.</param>
    /// <returns>What a baseline calls it.</returns>
    public string Keep(string? commit)
    {
        BuildContent content = BuildContent.Of(layout.OutputFolder);
        string key = content.KeyOf(commit);
        Store.Keep(key, content);
        return key;
    }

    /// <summary>A build that was kept; null where it is not at hand.</summary>
    /// <param name="key">What a baseline calls it; null where none was kept.</param>
    public BaseBuild? Find(string? key)
    {
        if (key is null)
        {
            return null;
        }

        if (!_found.TryGetValue(key, out BaseBuild? build))
        {
            build = Store.Find(key) is { } folder ? BaseBuild.Find(folder, layout, isAlwaysMeasured) : null;
            _found.Add(key, build);
        }

        return build;
    }

    private BuildStore Store => new(Path.Combine(layout.Root, ".perf", "builds"));
}
