using NUnit.Framework;
using Perf.Builds;
using Perf.Execution;
using Perf.Files;
using Perf.Measurement;

namespace Perf.Recording;

/// <summary>The builds that baselines were recorded from, kept in <c>.perf/builds</c> beside the baselines folder, so that a duet can settle a doubt.</summary>
/// <param name="layout">The build under test.</param>
/// <param name="isAlwaysMeasured">Whether equal builds are measured all the same.</param>
internal sealed class RecordedBuilds(BuildLayout layout, bool isAlwaysMeasured)
{
    private readonly Dictionary<string, BaseBuild?> _found = [];

    /// <summary>Keeps the build under test.</summary>
    /// <param name="commit">The commit that it was made of; null when unknown.</param>
    /// <returns>What a baseline calls it; null where it cannot be kept, which is said and spoils no recording.</returns>
    public string? Keep(string? commit)
    {
        try
        {
            BuildContent content = BuildContent.Of(layout.OutputFolder);
            string key = content.KeyOf(commit);
            Store.Keep(key, content);
            return key;
        }
        catch (PerfFileException e)
        {
            TestContext.Progress.WriteLine($"Perf: the build is not kept, so no duet will settle a doubt of this baseline: {e.Message}");
            return null;
        }
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
            _found.Add(key, build = InStore(key));
        }

        return build;
    }

    // A build that is damaged, or a store that cannot be read, is as good as none.
    private BaseBuild? InStore(string key)
    {
        try
        {
            return Store.Find(key) is { } folder ? BaseBuild.Find(folder, layout, isAlwaysMeasured) : null;
        }
        catch (Exception e) when (e is PerfFileException or MeasurementException)
        {
            return null;
        }
    }

    private BuildStore Store => new(Path.Combine(layout.Root, ".perf", "builds"));
}
