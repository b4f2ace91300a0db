using Perf.Reporting;
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
    /// <param name="runs">The runs before they are merged: of a whole suite nobody can tell any more which shards it had.</param>
    public static IReadOnlyList<string> Missing(IReadOnlyList<RunDocument> runs) =>
    [
        .. runs.Select(run => (Run: run, Shard: ShardName.Parse(run.Shard)))
            .Where(one => one.Shard is not null)
            .GroupBy(one => (Suite: SuiteOf(one.Run, runs), one.Shard!.Of))
            .SelectMany(suite => Missing(suite.Key.Suite, suite.Key.Of, [.. suite.Select(one => (one.Run, one.Shard!))])),
    ];

    // A shard to which no test fell is of the suite that it could be of.
    private static Suite SuiteOf(RunDocument run, IReadOnlyList<RunDocument> runs) =>
        Suite.Of(run.Tests.Count > 0 ? run : runs.FirstOrDefault(other => other.Tests.Count > 0 && Suite.AreAlike(other, run)) ?? run);

    // Runners of a matrix may be of several kinds: together the shards are whole where each part is there as often as the others.
    private static IEnumerable<string> Missing(Suite suite, int of, (RunDocument Run, ShardName Shard)[] shards)
    {
        ILookup<int, int> parts = shards.SelectMany(shard => shard.Shard.Parts).ToLookup(part => part);
        if (Enumerable.Range(1, of).Select(part => parts[part].Count()).Distinct().Count() == 1)
        {
            yield break;
        }

        bool isOneSuite = parts.All(part => part.Count() == 1);
        foreach (IGrouping<RunDocument?, (RunDocument Run, ShardName Shard)> kind in shards.GroupBy(shard => isOneSuite ? null : FirstLike(shard.Run, shards)))
        {
            int[] missing = [.. Enumerable.Range(1, of).Except(kind.SelectMany(shard => shard.Shard.Parts))];
            if (missing.Length > 0)
            {
                string where = kind.Key is { } like ? $" on {MachineText.Of(like.Machine)}" : "";
                yield return $"{suite}{where}: {(missing.Length == 1 ? "shard" : "shards")} {string.Join(", ", missing)} of {of} {(missing.Length == 1 ? "is" : "are")} missing";
            }
        }
    }

    private static RunDocument FirstLike(RunDocument run, (RunDocument Run, ShardName Shard)[] shards) =>
        shards.First(other => run.Machine.RequiredDifferences(other.Run.Machine).Count == 0).Run;

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
