using Perf.Baselines;
using Perf.Files;
using Perf.Thresholds;
using Perf.Tool.Baselines;
using Perf.Tool.TestAssemblies;

namespace Perf.Tool.Checks;

/// <summary>Holds a baseline against its name, thresholds.yaml, the built tests and the builds that are kept.</summary>
/// <param name="folder">The folder of baselines.</param>
/// <param name="thresholds">The thresholds; null where they cannot be read.</param>
/// <param name="tests">The tests as they were built.</param>
internal sealed class BaselineFileCheck(BaselineFolder folder, ThresholdsFile? thresholds, BuiltTests tests)
{
    /// <summary>What there is to say of a file.</summary>
    /// <param name="path">The file, as the user finds it.</param>
    public IReadOnlyList<FileFinding> Of(string path)
    {
        BaselineFile file;
        try
        {
            file = BaselineReader.Read(path);
        }
        catch (PerfFileException e)
        {
            // The message begins with the place, which a finding has of its own.
            return [new FileFinding(FindingSeverity.Error, path, e.Line, e.Column, $"{e.Problem}; {e.Remedy}")];
        }

        if (file.IsOriginalShape)
        {
            return [new FileFinding(
                FindingSeverity.Information, path, null, null, "one number without machine or spread, enforced as an absolute limit; record a baseline to judge more sharply")];
        }

        SeriesPlaces places = new(path);
        return
        [
            .. OfName(path, file, places),
            .. file.Series.SelectMany((series, index) => OfSeries(series, file.Environment)
                .Select(said => new FileFinding(said.Severity, path, places.Of(index).Line, places.Of(index).Column, said.Message))),
            .. OfBuilds(path, file),
        ];
    }

    private static IEnumerable<FileFinding> OfName(string path, BaselineFile file, SeriesPlaces places)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        if (name != file.Environment)
        {
            TextPosition place = places.OfValue("$.environment");
            yield return new FileFinding(
                FindingSeverity.Warning,
                path,
                place.Line,
                place.Column,
                $"is of environment '{file.Environment}', which reads {file.Environment}.json and this file only where PERF_BASELINE names it; rename it, or write '{name}'");
        }
    }

    private IEnumerable<(FindingSeverity Severity, string Message)> OfSeries(BaselineSeries series, string environment)
    {
        TestMethod? method = tests.Find(series.Test);
        if (method is null && tests.IsComplete && tests.Environments.Contains(environment) && tests.HasNamespaceOf(series.Test) && !tests.MayHave(series.Test))
        {
            yield return (FindingSeverity.Warning, $"{series.Test} is no test of the build any more; remove its series (dotnet perf baseline prune), or build anew");
        }

        if (LimitCheck.WhyUnlimited(series, method, thresholds, environment) is { } why)
        {
            yield return (method is null ? FindingSeverity.Information : FindingSeverity.Warning, why);
        }

        if (LimitCheck.WhyUntold(series, method, thresholds, environment) is { } untold)
        {
            yield return (FindingSeverity.Warning, untold);
        }
    }

    private IEnumerable<FileFinding> OfBuilds(string path, BaselineFile file) =>
        from build in file.Series.Select(series => series.Build).OfType<string>().Distinct()
        where !Directory.Exists(Path.Combine(folder.Builds, build))
        select new FileFinding(
            FindingSeverity.Information,
            path,
            null,
            null,
            $"the build {build} that it was recorded from is not in .perf/builds, so no duet settles a doubt; record anew here, or take doubts to a duet (dotnet perf duet)");
}
