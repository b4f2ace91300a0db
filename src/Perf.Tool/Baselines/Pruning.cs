using Perf.Baselines;
using Perf.Builds;
using Perf.Tool.TestAssemblies;

namespace Perf.Tool.Baselines;

/// <summary>Finds and removes what no test needs any more.</summary>
/// <param name="folder">The folder of baselines.</param>
/// <param name="tests">The tests as they were built, all of them.</param>
internal sealed class Pruning(BaselineFolder folder, BuiltTests tests)
{
    /// <summary>What there is to remove.</summary>
    /// <param name="files">The baselines, as the user finds them.</param>
    /// <param name="isNamed">Whether the user named them, of whatever environment they are.</param>
    /// <param name="withBuilds">Whether builds are looked at too.</param>
    public PruneDocument Find(IReadOnlyList<string> files, bool isNamed, bool withBuilds)
    {
        List<GoneSeries> gone = [];
        List<KeptSeries> kept = [];
        foreach (string path in files)
        {
            BaselineFile file = BaselineReader.Read(path);
            if (!isNamed && !tests.Environments.Contains(file.Environment))
            {
                kept.Add(new KeptSeries(path, null, $"is of environment '{file.Environment}', and the tests are built for {string.Join(", ", tests.Environments.Order(StringComparer.Ordinal))}; name the file, or build for that environment"));
                continue;
            }

            foreach (BaselineSeries series in file.Series.Where(series => !tests.MayHave(series.Test)))
            {
                if (tests.HasNamespaceOf(series.Test))
                {
                    gone.Add(new GoneSeries(path, series.Test, series.Metric));
                }
                else
                {
                    kept.Add(new KeptSeries(path, series.Test, "no test project here has its namespace: it may be another's; if not, delete its line"));
                }
            }
        }

        return new PruneDocument(gone, withBuilds ? UnnamedBuilds() : [], kept, IsRemoved: false);
    }

    /// <summary>Removes it.</summary>
    public PruneDocument Remove(PruneDocument found)
    {
        foreach (IGrouping<string, GoneSeries> file in found.Series.GroupBy(series => series.File))
        {
            HashSet<(string Test, string Metric)> keys = [.. file.Select(series => (series.Test, series.Metric))];
            BaselineWriter.Update(file.Key, recorded => recorded with { Series = [.. recorded.Series.Where(series => !keys.Contains(series.Key))] });
        }

        return found with { Builds = new BuildStore(folder.Builds).Remove(found.Builds), IsRemoved = true };
    }

    // Of all baselines of the folder, whichever the user named.
    private IReadOnlyList<string> UnnamedBuilds()
    {
        HashSet<string> named = [.. folder.BaselineFiles.SelectMany(file => BaselineReader.Read(file).Series).Select(series => series.Build).OfType<string>()];
        return [.. new BuildStore(folder.Builds).Keys.Where(key => !named.Contains(key))];
    }
}
