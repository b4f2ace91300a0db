using Perf.Runs;
using Perf.Tool.Runs;

namespace Perf.Tool.Merges;

/// <summary>Puts the shards of a suite together; all other runs stay side by side.</summary>
internal static class RunMerge
{
    /// <summary>Merges runs.</summary>
    /// <exception cref="ToolException">A run is there twice.</exception>
    public static IReadOnlyList<RunDocument> Of(IReadOnlyList<RunFile> files)
    {
        CheckDuplicates(files);
        List<List<RunDocument>> groups = [];
        foreach (RunDocument run in files.Select(file => file.Run))
        {
            if (groups.FirstOrDefault(group => group.All(other => AreShards(other, run))) is { } group)
            {
                group.Add(run);
            }
            else
            {
                groups.Add([run]);
            }
        }

        return [.. groups.Select(Merged)];
    }

    /// <summary>The shards that are not there, a sentence a suite.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<RunDocument> runs) =>
    [
        .. runs.Select(run => (Run: run, Shard: ShardName.Parse(run.Shard)))
            .Where(one => one.Shard is not null)
            .GroupBy(one => (Suite.Of(one.Run), one.Shard!.Of))
            .SelectMany(suite => Missing(suite.Key.Item1, suite.Key.Of, [.. suite.Select(one => (one.Run, one.Shard!))])),
    ];

    // Runners of a matrix may be of several kinds: their shards then make one suite, unless a part is there for two kinds.
    private static IEnumerable<string> Missing(Suite suite, int of, (RunDocument Run, ShardName Shard)[] shards)
    {
        int[] parts = [.. shards.SelectMany(shard => shard.Shard.Parts)];
        bool isOneSuite = parts.Distinct().Count() == parts.Length;
        IEnumerable<(string Where, int[] Parts)> suites = isOneSuite
            ? [("", parts)]
            : shards.GroupBy(shard => shard.Run.Machine.CpuModel)
                .Select(kind => ($" on {kind.Key}", (int[])[.. kind.SelectMany(shard => shard.Shard.Parts)]));
        foreach ((string where, int[] there) in suites)
        {
            int[] missing = [.. Enumerable.Range(1, of).Except(there)];
            if (missing.Length > 0)
            {
                yield return $"{suite}{where}: {(missing.Length == 1 ? "shard" : "shards")} {string.Join(", ", missing)} of {of} {(missing.Length == 1 ? "is" : "are")} missing";
            }
        }
    }

    private static void CheckDuplicates(IReadOnlyList<RunFile> files)
    {
        foreach (IGrouping<object, RunFile> same in files.GroupBy(file => (object)(file.Run.StartedAt, file.Run.Environment, file.Run.Commit, Names(file.Run))))
        {
            if (same.Count() > 1)
            {
                throw new ToolException($"{string.Join(" and ", same.Select(file => file.Path))} hold the same run: name it once");
            }
        }
    }

    private static string Names(RunDocument run) => string.Join('\n', run.Tests.Select(test => test.Test.FullName));

    private static bool AreShards(RunDocument a, RunDocument b) =>
        Suite.AreAlike(a, b)
        && b.Machine.RequiredDifferences(a.Machine).Count == 0
        && ShardName.Parse(a.Shard)?.Of == ShardName.Parse(b.Shard)?.Of
        && !a.Tests.Select(test => test.Test.FullName).Intersect(b.Tests.Select(test => test.Test.FullName)).Any();

    private static RunDocument Merged(List<RunDocument> runs)
    {
        if (runs is [var only])
        {
            return only;
        }

        RunDocument[] ordered = [.. runs.OrderBy(run => ShardName.Parse(run.Shard)?.Parts[0] ?? 0).ThenBy(run => run.StartedAt)];
        return ordered.OrderBy(run => run.Tests.Count == 0).First() with
        {
            StartedAt = ordered.Min(run => run.StartedAt),
            EndedAt = ordered.Max(run => run.EndedAt),
            Tests = [.. ordered.SelectMany(run => run.Tests)],
            Shard = ShardOf(ordered),
        };
    }

    // A suite that is whole is no shard any more.
    private static string? ShardOf(RunDocument[] runs)
    {
        ShardName[] shards = [.. runs.Select(run => ShardName.Parse(run.Shard)).OfType<ShardName>()];
        if (shards.Length == 0)
        {
            return null;
        }

        ShardName merged = new([.. shards.SelectMany(shard => shard.Parts).Distinct().Order()], shards[0].Of);
        return merged.Parts.Count == merged.Of ? null : merged.ToString();
    }

    /// <summary>What the shards of a suite have in common, whichever machine each ran on.</summary>
    private sealed record Suite(string Environment, string? Commit, string Thresholds, string? Baseline, bool IsStrict, string Projects)
    {
        public static Suite Of(RunDocument run) => new(
            run.Environment,
            run.Commit,
            run.Thresholds,
            run.Baseline,
            run.Strict,
            string.Join(", ", run.Tests.Select(test => test.Test.Project).Distinct().Order(StringComparer.Ordinal)));

        /// <summary>Whether two runs are of one suite; a shard to which no test fell does not tell its project.</summary>
        public static bool AreAlike(RunDocument a, RunDocument b)
        {
            (Suite one, Suite other) = (Of(a), Of(b));
            return one == (a.Tests.Count == 0 || b.Tests.Count == 0 ? other with { Projects = one.Projects } : other);
        }

        public override string ToString() => $"{Projects}{(Commit is null ? "" : $" of {Commit}")}, {Environment}";
    }
}
