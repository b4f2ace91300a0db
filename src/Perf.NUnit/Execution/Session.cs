using System.Collections.Concurrent;
using System.Reflection;
using NUnit.Framework;
using Perf.Baselines;
using Perf.Builds;
using Perf.Judging;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Reporting;
using Perf.Runs;
using Perf.Thresholds;
using Perf.Workers;

namespace Perf.Execution;

/// <summary>What all tests of an assembly share in a run: settings, policy, baseline, and the record being made.</summary>
internal sealed class Session
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<Session>> Sessions = [];

    private readonly string? _baselinePath;

    private Session(Assembly tests, Settings settings)
    {
        Layout = BuildLayout.Of(tests);
        Environment = settings.Environment ?? Layout.Environment;
        Thresholds = ThresholdsSource.Read(settings, Layout);
        IsStrict = settings.IsStrict;
        IsRecording = settings.IsRecording;
        BudgetSeconds = settings.BudgetSeconds;
        Progress = new ProgressFile(settings.Progress);
        BaseBuild = settings.BaseBuild is { } folder && !IsRecording ? BaseBuild.Find(folder, Layout, settings.IsAlwaysMeasured || WorkerSession.Current is not null) : null;
        Report = new RunFolder(settings.Report ?? Path.Combine(Layout.Root, "artifacts", "perf", Path.GetFileName(Layout.Project)));
        _baselinePath = settings.Baseline
            ?? (Layout.Baselines is null ? null : Path.Combine(Layout.Baselines, $"{Environment}.json"));

        // A worker measures and does not judge: what it need not read cannot fail it.
        bool judges = WorkerSession.Current is null && !IsRecording && BaseBuild is null;
        BaselineFile? baseline = judges && File.Exists(_baselinePath) ? BaselineReader.Read(_baselinePath) : null;
        Fingerprint here = Fingerprint.OfThisMachine(NativePackages.Of(Layout), Environment);
        string? shown = _baselinePath is null ? null : Layout.Show(_baselinePath);
        Targets = new Targets(shown, baseline, here);
        if (IsRecording && WorkerSession.Current is null)
        {
            RefuseToReplace(here);
        }

        Run = new Run
        {
            StartedAt = TimeProvider.System.GetUtcNow(),
            Machine = here,
            Environment = Environment,
            Commit = CommitOf.Find(Layout.Root),
            Thresholds = Thresholds.Path,
            Baseline = BaseBuild?.Name ?? (shown is null ? null : baseline is null ? $"{shown} (absent)" : shown),
            IsStrict = IsStrict,
        };
    }

    /// <summary>The session of an assembly, made by the first of its tests that promises anything.</summary>
    /// <exception cref="MeasurementException">A setting or the thresholds file is wrong.</exception>
    /// <exception cref="Files.PerfFileException">A file is wrong.</exception>
    public static Session Of(Assembly tests) =>
        Sessions.GetOrAdd(tests, assembly => new Lazy<Session>(() => new Session(assembly, Settings.OfThisRun))).Value;

    /// <summary>The session of an assembly if it could be made.</summary>
    public static Session? Started(Assembly tests)
    {
        try
        {
            return Sessions.TryGetValue(tests, out Lazy<Session>? session) ? session.Value : null;
        }
        catch (Exception e) when (e is MeasurementException or Files.PerfFileException)
        {
            return null;
        }
    }

    /// <summary>Writes what every session leaves behind and forgets them.</summary>
    public static void End()
    {
        foreach (Assembly tests in Sessions.Keys)
        {
            if (WorkerSession.Current is null)
            {
                SayWhatFails(Started(tests));
            }

            Sessions.TryRemove(tests, out _);
        }
    }

    public BuildLayout Layout { get; }

    public string Environment { get; }

    public ThresholdsFile Thresholds { get; }

    public bool IsStrict { get; }

    public bool IsRecording { get; }

    public double BudgetSeconds { get; }

    public ProgressFile Progress { get; }

    /// <summary>The other commit's build, which has the last word on regressions; null without one.</summary>
    public BaseBuild? BaseBuild { get; }

    public RunFolder Report { get; }

    public Targets Targets { get; }

    public Run Run { get; }

    /// <summary>Series recorded instead of judging.</summary>
    public List<BaselineSeries> Recorded { get; } = [];

    /// <summary>Series that would make the missing baseline.</summary>
    public List<BaselineSeries> Candidates { get; } = [];

    /// <summary>The series that launches make of an objective's metric.</summary>
    public BaselineSeries SeriesOf(Objective objective, TestIdentity test, IReadOnlyList<LaunchSamples> launches) =>
        BaselineSeriesOf.Launches(objective, test, launches, Run.Commit, Run.StartedAt);

    // NUnit reports no failure of a whole assembly to the test host: it must at least be read.
    private static void SayWhatFails(Session? session)
    {
        try
        {
            session?.Write();
        }
        catch (Files.PerfFileException e)
        {
            TestContext.Error.WriteLine($"Perf: {e.Message}");
            throw;
        }
    }

    // Said before hours of recording, not after: a file that cannot be merged with is never overwritten.
    private void RefuseToReplace(Fingerprint here)
    {
        if (File.Exists(_baselinePath) && BaselineReader.Read(_baselinePath).Machine is { } machine
            && here.RequiredDifferences(machine) is { Count: > 0 } differences)
        {
            throw new MeasurementException(
                $"{Layout.Show(_baselinePath)} was recorded on another kind of machine ({string.Join("; ", differences)}): name another file by PERF_BASELINE, or remove it first");
        }
    }

    private void Write()
    {
        List<string> written = [];
        if (Recorded.Count > 0)
        {
            string path = _baselinePath ?? Path.Combine(Report.Path, $"{Environment}.json");
            BaselineWriter.Merge(path, new BaselineFile(Environment, Run.Machine, Recorded));
            written.Add($"baseline {Layout.Show(path)}");
        }

        if (Candidates.Count > 0)
        {
            string path = BaselineWriter.WriteCandidate(Report.Path, new BaselineFile(Environment, Run.Machine, Candidates));
            written.Add($"candidate baseline {Layout.Show(path)}");
        }

        if (Run.Tests.Count > 0)
        {
            Report.Write(Run);
            written.Add(Layout.Show(Report.RunFile));
            written.Add(Layout.Show(Report.SummaryFile));
            TestContext.Progress.WriteLine($"Perf: {Summary.Counts(Run)}; thresholds: {Run.Thresholds}; baseline: {Run.Baseline ?? "none"}");
        }

        if (BaseBuild is { Differences: { Count: > 0 } differences })
        {
            TestContext.Progress.WriteLine($"Perf: {BaseBuild.Name} differs in {string.Join(", ", differences.Take(5))}{(differences.Count > 5 ? $" and {differences.Count - 5} more" : "")}");
        }

        if (written.Count > 0)
        {
            TestContext.Progress.WriteLine($"Perf: wrote {string.Join(", ", written)}");
        }
    }
}
