using Perf.Files;

namespace Perf.Baselines;

/// <summary>Writes baselines, and never over a file that it does not understand.</summary>
public static class BaselineWriter
{
    private const string NotBaselines = "name another file to record into, or move this one away";

    /// <summary>Replaces a baseline as a whole, or creates it.</summary>
    /// <exception cref="PerfFileException">
    /// There is a file that cannot be read (truncated, foreign, of a newer schema), or one of the original shape; the
    /// new content cannot be true; or the file cannot be written. Nothing is changed then.
    /// </exception>
    public static void Write(string path, BaselineFile file)
    {
        using IDisposable held = AtomicFile.Lock(path);
        ReadRecorded(path);
        Put(path, file);
    }

    /// <summary>
    /// Adds fresh series to a baseline: each replaces the one of the same test and metric, all others are kept.
    /// </summary>
    /// <param name="path">The baseline; created when there is none.</param>
    /// <param name="fresh">What was recorded just now.</param>
    /// <param name="replaceOtherMachine">
    /// Whether a baseline of another kind of machine gives way to the fresh one as a whole; otherwise it is an error.
    /// </param>
    /// <returns>What the file holds now.</returns>
    /// <exception cref="PerfFileException">
    /// As <see cref="Write"/>; or the baseline is of another environment, or of another kind of machine. Nothing is
    /// changed then.
    /// </exception>
    public static BaselineFile Merge(string path, BaselineFile fresh, bool replaceOtherMachine = false) =>
        Merge(path, _ => fresh, replaceOtherMachine);

    /// <summary>As above, with fresh series that depend on what is recorded.</summary>
    /// <param name="path">The baseline; created when there is none.</param>
    /// <param name="freshOf">Makes the fresh content, of what is there, or of null; called while nobody else writes.</param>
    /// <param name="replaceOtherMachine">As above.</param>
    /// <returns>What the file holds now.</returns>
    /// <exception cref="PerfFileException">As above.</exception>
    public static BaselineFile Merge(string path, Func<BaselineFile?, BaselineFile> freshOf, bool replaceOtherMachine = false)
    {
        using IDisposable held = AtomicFile.Lock(path);
        BaselineFile? there = ReadRecorded(path);
        BaselineFile fresh = freshOf(there);
        BaselineFile merged = fresh;
        if (there is { } recorded)
        {
            if (recorded.Environment != fresh.Environment)
            {
                throw Refused(
                    path,
                    $"is the baseline of environment '{recorded.Environment}', not of '{fresh.Environment}'",
                    "name the file of the right environment");
            }

            IReadOnlyList<FingerprintDifference> differences = RequiredDifferences(recorded, fresh);
            if (differences.Count == 0)
            {
                merged = Merged(recorded, fresh);
            }
            else if (!replaceOtherMachine)
            {
                throw Refused(
                    path,
                    $"was recorded on another kind of machine ({string.Join("; ", differences)})",
                    "record on that kind of machine, into another file, or say that this one is to be replaced");
            }
        }

        Put(path, merged);
        return merged;
    }

    /// <summary>Changes a baseline that is there.</summary>
    /// <param name="path">The baseline.</param>
    /// <param name="change">Makes the new content of the old; called while nobody else writes.</param>
    /// <exception cref="PerfFileException">
    /// There is none, or it cannot be read; the new content cannot be true; or it cannot be written. Nothing is changed then.
    /// </exception>
    public static void Update(string path, Func<BaselineFile, BaselineFile> change)
    {
        using IDisposable held = AtomicFile.Lock(path);
        BaselineFile recorded = ReadRecorded(path)
            ?? throw Refused(path, "is not there any more", "record a baseline (PERF_RECORD=1)");
        Put(path, change(recorded));
    }

    /// <summary>
    /// Keeps what could become a baseline, in a folder of reports: fresh series are added to the candidates of the same
    /// environment and kind of machine, anything else there is replaced.
    /// </summary>
    /// <param name="folder">The folder for candidates.</param>
    /// <param name="fresh">What was recorded just now.</param>
    /// <returns>The path of the candidate: <c>cpu.candidate.json</c> in the folder.</returns>
    /// <exception cref="PerfFileException">The new content cannot be true, or the file cannot be written.</exception>
    public static string WriteCandidate(string folder, BaselineFile fresh)
    {
        IEnumerable<char> name = fresh.Environment.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        string path = Path.Combine(folder, $"{string.Concat(name)}.candidate.json");
        using IDisposable held = AtomicFile.Lock(path);
        BaselineFile candidate = EarlierCandidate(path) is { } earlier
            && earlier.Environment == fresh.Environment
            && RequiredDifferences(earlier, fresh).Count == 0
                ? Merged(earlier, fresh)
                : fresh;
        Put(path, candidate);
        return path;
    }

    private static void Put(string path, BaselineFile file)
    {
        if (file.IsOriginalShape)
        {
            throw new ArgumentException("The original shape is read, never written.", nameof(file));
        }

        if (BaselineCheck.Problems(file).FirstOrDefault() is { } first)
        {
            throw Refused(path, $"is not written: {first.JsonPath[2..]}: {first.Problem}", "record again");
        }

        AtomicFile.WriteAllText(path, BaselineText.Of(file));
    }

    private static BaselineFile? ReadRecorded(string path)
    {
        if (!Path.Exists(path))
        {
            return null;
        }

        BaselineFile recorded;
        try
        {
            recorded = BaselineReader.Read(path);
        }
        catch (PerfFileException unreadable)
        {
            throw new PerfFileException(
                unreadable.Path,
                unreadable.Line,
                unreadable.Column,
                $"is left as it is, since it cannot be read: {unreadable.Problem}",
                NotBaselines,
                unreadable);
        }

        return recorded.IsOriginalShape
            ? throw Refused(path, "is left as it is: it is of the original shape, not ours to replace", NotBaselines)
            : recorded;
    }

    private static BaselineFile? EarlierCandidate(string path)
    {
        try
        {
            return File.Exists(path) ? BaselineReader.Read(path) : null;
        }
        catch (PerfFileException)
        {
            return null;
        }
    }

    private static BaselineFile Merged(BaselineFile recorded, BaselineFile fresh)
    {
        HashSet<(string Test, string Metric)> replaced = [.. fresh.Series.Select(series => series.Key)];
        return fresh with
        {
            Series = [.. recorded.Series.Where(series => !replaced.Contains(series.Key)), .. fresh.Series],
        };
    }

    private static IReadOnlyList<FingerprintDifference> RequiredDifferences(
        BaselineFile recorded,
        BaselineFile fresh) =>
        (recorded.Machine, fresh.Machine) switch
        {
            (null, null) => [],
            ({ } then, { } now) => now.RequiredDifferences(then),
            var (then, now) =>
                [new FingerprintDifference("machine", then?.CpuModel ?? "unknown", now?.CpuModel ?? "unknown")],
        };

    private static PerfFileException Refused(string path, string problem, string remedy) =>
        new(path, null, null, problem, remedy);
}
