using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Perf.Baselines;
using Perf.Builds;
using Perf.Controlled;
using Perf.Judging;
using Perf.Measurement;
using Perf.Objectives;
using Perf.Recording;
using Perf.Reporting;
using Perf.Runs;
using Perf.Thresholds;
using Perf.Workers;

namespace Perf.Execution;

/// <summary>What all tests of an assembly share in a run: settings, policy, baseline, and the record being made.</summary>
internal sealed class Session
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<Session>> Sessions = [];

    private Session(Assembly tests, Settings settings)
    {
        Layout = BuildLayout.Of(tests);
        Environment = settings.Environment ?? Layout.Environment;
        Thresholds = ThresholdsSource.Read(settings, Layout);
        IsStrict = settings.IsStrict;
        IsRecording = settings.IsRecording;
        IsAppending = settings.IsAppending && !IsRecording;
        IsRecordingNew = settings.IsRecordingNew;
        Recorder = IsRecording && WorkerSession.Current is null ? new Recorder(this) : null;
        BudgetSeconds = settings.BudgetSeconds;
        Progress = new ProgressFile(settings.Progress);
        BaseBuild = settings.BaseBuild is { } folder && !IsRecording ? BaseBuild.Find(folder, Layout, settings.IsAlwaysMeasured || WorkerSession.Current is not null) : null;
        Report = new RunFolder(settings.Report ?? Path.Combine(Layout.Root, "artifacts", "perf", Path.GetFileName(Layout.Project)));
        RecordedBuilds = new RecordedBuilds(Layout, settings.IsAlwaysMeasured);
        BaselinePath = settings.Baseline
            ?? (Layout.Baselines is null ? null : Path.Combine(Layout.Baselines, $"{Environment}.json"));

        // A worker measures and does not judge: what it need not read cannot fail it.
        bool judges = WorkerSession.Current is null && !IsRecording && BaseBuild is null;
        BaselineFile? baseline = (judges || settings.IsRecordingNew) && File.Exists(BaselinePath) ? BaselineReader.Read(BaselinePath) : null;
        Fingerprint here = OfBuild(tests, Fingerprint.OfThisMachine(NativePackages.Of(Layout), Accelerator.Of(Environment)));
        string? shown = BaselinePath is null ? null : Layout.Show(BaselinePath);
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
            Shard = settings.Shard?.ToString(),
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
    /// <param name="isGreen">Whether no test of the run failed.</param>
    public static void End(bool isGreen)
    {
        foreach (Assembly tests in Sessions.Keys)
        {
            if (WorkerSession.Current is null && Started(tests) is { } session)
            {
                new SessionEnd(session).Write(isGreen);
            }

            Sessions.TryRemove(tests, out _);
        }
    }

    public BuildLayout Layout { get; }

    public string Environment { get; }

    public ThresholdsFile Thresholds { get; }

    public bool IsStrict { get; }

    public bool IsRecording { get; }

    /// <summary>Whether only what the baseline does not have yet is recorded.</summary>
    public bool IsRecordingNew { get; }

    /// <summary>Whether a green run adds its launches to the baseline.</summary>
    public bool IsAppending { get; }

    /// <summary>Records the tests of this run; null where they are judged.</summary>
    public Recorder? Recorder { get; }

    public double BudgetSeconds { get; }

    public ProgressFile Progress { get; }

    /// <summary>The other commit's build, which has the last word on regressions; null without one.</summary>
    public BaseBuild? BaseBuild { get; }

    public RunFolder Report { get; }

    /// <summary>The baseline file, which may not be there; null where nobody says where it would be.</summary>
    public string? BaselinePath { get; }

    /// <summary>The builds that baselines were recorded from.</summary>
    public RecordedBuilds RecordedBuilds { get; }

    public Targets Targets { get; }

    public Run Run { get; }

    /// <summary>Why times that this process measures are none of this run's numbers; null where they are.</summary>
    public string? DeviceMismatch => Accelerator.Mismatch(MachineProbes.OfThisMachine.Work?.Device, Run.Machine.Accelerator);

    /// <summary>Launches that a green run adds to the baseline.</summary>
    public List<(BaselineSeries Series, Objective Objective, ControlledSamples Launch)> Appended { get; } = [];

    /// <summary>Series that would make the missing baseline.</summary>
    public List<BaselineSeries> Candidates { get; } = [];

    /// <summary>The series that launches without a control make of an objective's metric.</summary>
    public BaselineSeries SeriesOf(Objective objective, TestIdentity test, IReadOnlyList<LaunchSamples> launches) =>
        BaselineSeriesOf.Launches(objective, test, launches, Run.Commit, Run.StartedAt);

    /// <summary>The series that launches beside a control make of an objective's metric.</summary>
    /// <exception cref="MeasurementException">The metric was never above 0.</exception>
    public BaselineSeries SeriesOf(Objective objective, TestIdentity test, IReadOnlyList<ControlledSamples> launches)
    {
        BaselineSeries plain = SeriesOf(objective, test, [.. launches.Select(samples => samples.Subject.Samples)]);
        return objective.Metric.IsNoisy ? ControlledSeries.Of(plain, objective, launches) : plain;
    }

    /// <summary>A series of the baseline with the launch of this run.</summary>
    public BaselineSeries WithAppended(BaselineSeries series) =>
        Appended.FirstOrDefault(appended => appended.Series.Key == series.Key) is { Series: not null } added
            ? ControlledSeries.With(series, added.Objective, added.Launch, Run.StartedAt)
            : series;

    // Code that is not optimised takes several times as long, and its control as long as ever.
    private static Fingerprint OfBuild(Assembly tests, Fingerprint machine) =>
        tests.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true }
            ? machine with { TieringMode = $"{machine.TieringMode}, no optimisation (a Debug build)" }
            : machine;

    // Said before hours of recording, not after: a file that cannot be merged with is never overwritten.
    private void RefuseToReplace(Fingerprint here)
    {
        if (!File.Exists(BaselinePath))
        {
            return;
        }

        BaselineFile recorded = BaselineReader.Read(BaselinePath);
        if (recorded.IsOriginalShape)
        {
            throw new MeasurementException(
                $"{Layout.Show(BaselinePath)} is of the original shape, one number, and is not ours to replace: name another file by PERF_BASELINE, or move it away");
        }

        if (recorded.Machine is { } machine && here.RequiredDifferences(machine) is { Count: > 0 } differences)
        {
            throw new MeasurementException(
                $"{Layout.Show(BaselinePath!)} was recorded on another kind of machine ({string.Join("; ", differences)}): name another file by PERF_BASELINE, or remove it first");
        }
    }
}
