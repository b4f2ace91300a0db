using Perf.Baselines;
using Perf.Files;
using Perf.Tool.Builds;
using Perf.Tool.Processes;
using Perf.Tool.Runs;

namespace Perf.Tool.Reports.Proposals;

/// <summary>Proposals as a patch of the baseline files, for <c>git apply</c>: the improved series alone, all else untouched.</summary>
internal static class BaselinePatch
{
    /// <summary>The reason that the proposed series tell.</summary>
    public const string Reason = "improvement";

    /// <summary>The patch; empty where nothing is proposed.</summary>
    /// <param name="proposals">The proposals, with the file that each run was read from.</param>
    /// <param name="folder">Where to look for baselines that are not found above their run.</param>
    /// <param name="at">When they are proposed.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ToolException">A baseline file is not to be found, or not in a git repository.</exception>
    /// <exception cref="PerfFileException">A baseline file cannot be read.</exception>
    public static async Task<string> Of(
        IReadOnlyList<(RunFile File, Proposal Proposal)> proposals, string folder, DateTimeOffset at, CancellationToken cancellation)
    {
        (string Path, BaselineSeries Series)[] series = [.. proposals
            .Where(proposed => proposed.Proposal.Series is not null)
            .Select(proposed => (FileOf(proposed.File, folder), proposed.Proposal.Series!))];
        string patch = "";
        foreach (IGrouping<string, BaselineSeries> file in series.GroupBy(proposed => proposed.Path, proposed => proposed.Series))
        {
            patch += await Of(file.Key, [.. file.DistinctBy(improved => improved.Key)], at, cancellation);
        }

        return patch;
    }

    private static async Task<string> Of(string path, IReadOnlyList<BaselineSeries> improved, DateTimeOffset at, CancellationToken cancellation)
    {
        // Read first: what is no baseline is told as such.
        BaselineFile recorded = BaselineReader.Read(path);
        string before = await File.ReadAllTextAsync(path, cancellation);
        string after = improved
            .Where(series => recorded.Find(series.Test, series.Metric) is not null)
            .Aggregate(before, (text, series) => BaselineText.WithSeries(text, Accepted(series, recorded, at)));
        if (after == before)
        {
            return "";
        }

        GitRepository repository = await GitRepository.Of(Path.GetDirectoryName(path)!, cancellation);
        return await Difference(Path.GetRelativePath(repository.Root, path).Replace('\\', '/'), before, after, cancellation);
    }

    // What `baseline accept` writes.
    private static BaselineSeries Accepted(BaselineSeries series, BaselineFile recorded, DateTimeOffset at)
    {
        BaselineSeries? before = recorded.Find(series.Test, series.Metric);
        return ControlledSeries.WithSpreadOf(series, before) with { Acceptance = new Acceptance(Reason, at, before?.Unit == series.Unit ? before.Accepted : null) };
    }

    // Git's own words are what git reads: two folders, named like the prefixes of a patch.
    private static async Task<string> Difference(string name, string before, string after, CancellationToken cancellation)
    {
        string root = Directory.CreateTempSubdirectory("perf-patch-").FullName;
        try
        {
            Write("a", before);
            Write("b", after);
            ChildProcess ended = await ChildProcess.Run(
                "git",
                root,
                ["diff", "--no-index", "--no-prefix", "--no-color", "--no-ext-diff", "--text", "--output=patch", "--", $"a/{name}", $"b/{name}"],
                new Dictionary<string, string?> { ["GIT_CONFIG_GLOBAL"] = Path.Combine(root, "none"), ["GIT_CONFIG_NOSYSTEM"] = "1" },
                cancellation);
            return ended.ExitCode == 1 ? await File.ReadAllTextAsync(Path.Combine(root, "patch"), cancellation) : throw new ToolException($"git cannot tell what changes in {name}:\n{ended.Tail}");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        void Write(string side, string text)
        {
            string path = Path.Combine(root, side, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    private static string FileOf(RunFile file, string folder) => RunBaseline.Find(file, folder)
        ?? throw new ToolException(
            $"{file.Path} was judged against {file.Run.Baseline}, which is neither above it nor above {folder}: run the command in the checkout of the tests");
}
