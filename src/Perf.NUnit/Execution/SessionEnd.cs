using NUnit.Framework;
using Perf.Baselines;
using Perf.Judging;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Execution;

/// <summary>Writes what a session leaves behind: the baseline where one is recorded, candidates, and the record of the run.</summary>
/// <param name="session">The session, after its last test.</param>
internal sealed class SessionEnd(Session session)
{
    private readonly List<string> _written = [];

    /// <summary>Writes it.</summary>
    /// <param name="isGreen">Whether no test of the run failed.</param>
    public void Write(bool isGreen)
    {
        // One that cannot be written keeps no other from being written.
        Files.PerfFileException[] failures =
            [.. new[] { WriteRun, WriteRecording, () => WriteAppended(isGreen), WriteCandidates }.Select(Failure).OfType<Files.PerfFileException>()];

        if (session.BaseBuild is { Differences: { Count: > 0 } differences } build)
        {
            TestContext.Progress.WriteLine($"Perf: {build.Name} differs in {string.Join(", ", differences.Take(5))}{(differences.Count > 5 ? $" and {differences.Count - 5} more" : "")}");
        }

        if (_written.Count > 0)
        {
            TestContext.Progress.WriteLine($"Perf: wrote {string.Join(", ", _written)}");
        }

        if (failures.Length > 0)
        {
            throw failures[0];
        }
    }

    private static Files.PerfFileException? Failure(Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Files.PerfFileException e)
        {
            // NUnit reports no failure of a whole assembly to the test host: it must at least be read.
            TestContext.Error.WriteLine($"Perf: {e.Message}");
            return e;
        }
    }

    private void WriteRecording()
    {
        if (session.Recorder is not { HasTests: true } recorder)
        {
            return;
        }

        try
        {
            string path = session.BaselinePath ?? Path.Combine(session.Report.Path, $"{session.Environment}.json");

            // Said before five processes have run, not after.
            Files.AtomicFile.RequireWritable(path);
            IReadOnlyList<BaselineSeries> series = recorder.Record(session.RecordedBuilds.Keep(session.Run.Commit));
            if (series.Count > 0)
            {
                BaselineWriter.Merge(path, new BaselineFile(session.Environment, session.Run.Machine, series));
                _written.Add($"baseline {session.Layout.Show(path)}");
            }
        }
        catch (Files.PerfFileException e)
        {
            recorder.Fail(e.Message);
        }
    }

    // A run in which anything was red, or could not be told, says nothing of what is usual.
    private void WriteAppended(bool isGreen)
    {
        if (!session.IsAppending)
        {
            return;
        }

        if (session.Appended.Count == 0)
        {
            TestContext.Progress.WriteLine("Perf: no launch was added to the baseline: none could be compared with it and agreed with what was accepted");
            return;
        }

        if (!isGreen || session.Run.Tests.Any(test => test.Judgements.Any(judgement => judgement.Verdict != Verdict.Pass && !judgement.IsExempt)))
        {
            TestContext.Progress.WriteLine("Perf: no launch was added to the baseline: not every promise of this run was kept");
            return;
        }

        BaselineWriter.Update(
            session.BaselinePath!,
            file => file with { Series = [.. file.Series.Select(session.WithAppended)] });
        _written.Add($"{session.Appended.Count} more {(session.Appended.Count == 1 ? "launch" : "launches")} into {session.Layout.Show(session.BaselinePath!)}");
    }

    private void WriteCandidates()
    {
        if (session.Candidates.Count > 0)
        {
            string path = BaselineWriter.WriteCandidate(
                session.Report.Path, new BaselineFile(session.Environment, session.Run.Machine, session.Candidates));
            _written.Add($"candidate baseline {session.Layout.Show(path)}");
        }
    }

    private void WriteRun()
    {
        // Of a suite in parts, one without a test says so: who puts them together misses nothing. A recording judges none in any part.
        if (session.Run.Tests.Count > 0 || (session.Run.Shard is not null && !session.IsRecording))
        {
            session.Run.EndedAt = TimeProvider.System.GetUtcNow();
            RunDocument run = WithBuild(RunDocument.Of(session.Run));
            session.Report.Write(run);
            _written.Add(session.Layout.Show(session.Report.RunFile));
            _written.Add(session.Layout.Show(session.Report.SummaryFile));
            TestContext.Progress.WriteLine($"Perf: {Summary.Counts(run)}; thresholds: {session.Run.Thresholds}; baseline: {session.Run.Baseline ?? "none"}");
        }
    }

    // Whoever accepts a change will want the build that it was seen in to settle later doubts: it is gone with the next one.
    private RunDocument WithBuild(RunDocument run)
    {
        bool isWorthAccepting = run.Tests.Any(test => test.Series.Any(series => series.IsControlled)
            && test.Judgements.Any(judgement => judgement is { Control: not null } and ({ Kind: Verdict.Regressed } or { Improved: true })));
        return isWorthAccepting && session.RecordedBuilds.Keep(run.Commit) is { } build
            ? run with { Tests = [.. run.Tests.Select(test => test with { Series = [.. test.Series.Select(series => series with { Build = build })] })] }
            : run;
    }
}
