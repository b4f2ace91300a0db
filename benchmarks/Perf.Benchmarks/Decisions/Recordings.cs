namespace Perf.Benchmarks.Decisions;

/// <summary>All recordings of a folder, read before anything is replayed: what is wrong is said at once.</summary>
/// <param name="Runs">What the usual rules are asked about.</param>
/// <param name="Processes">What the file rule is asked about.</param>
/// <param name="Launches">Launches of duets in a live suite.</param>
/// <param name="Luck">Duets of identical builds.</param>
/// <param name="Duets">Duets of builds of which one does more.</param>
internal sealed record Recordings(
    IReadOnlyList<RecordedRun> Runs,
    IReadOnlyList<AdjacentProcess> Processes,
    IReadOnlyList<RecordedLaunch> Launches,
    IReadOnlyList<RecordedPairs> Luck,
    IReadOnlyList<RecordedPairs> Duets)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="Perf.Files.PerfFileException">A recording is not there, or not such a one.</exception>
    public static Recordings Read(DirectoryInfo folder, ReplayPlan plan)
    {
        IReadOnlyList<AdjacentProcess> processes = AdjacentProcess.Read(folder);
        HashSet<string> inWall = [.. processes.Where(process => process.IsInWall).Select(process => process.Subject)];
        return new Recordings(
            RecordedRun.Read(folder, plan.RunSeconds, plan.RunsInCpuTime),
            processes,
            RecordedLaunch.Read(folder),
            RecordedPairs.ReadLuck(folder),
            RecordedPairs.ReadDuets(folder, inWall));
    }
}
