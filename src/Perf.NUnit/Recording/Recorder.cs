using NUnit.Framework;
using NUnit.Framework.Internal;
using Perf.Baselines;
using Perf.Controlled;
using Perf.Execution;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Probes;
using Perf.Objectives;
using Perf.Workers;

namespace Perf.Recording;

/// <summary>
/// Records the tests of a run after the last of them: a few fresh processes, each running all of them in an order of its own, so
/// that a launch has neighbours as the test host has and a test's launches lie apart.
/// </summary>
/// <param name="session">The run.</param>
internal sealed class Recorder(Session session)
{
    /// <summary>How many processes record: one settles on its own time.</summary>
    public const int Launches = 5;

    // A worker starts a runtime and loads the assembly; a test without a known duration may be of any length.
    private const double FirstPatienceFactor = 6;

    private readonly List<Entry> _entries = [];

    /// <summary>Whether there is anything to record.</summary>
    public bool HasTests => _entries.Count > 0;

    /// <summary>Notes a test that passed.</summary>
    /// <param name="test">The test.</param>
    /// <param name="identity">Its version and data.</param>
    /// <param name="objectives">What is compared with a baseline.</param>
    public void Add(Test test, TestIdentity identity, IReadOnlyList<Objective> objectives) =>
        _entries.Add(new Entry(TestAddress.Of(test), identity, objectives));

    /// <summary>Runs the processes.</summary>
    /// <param name="build">The build that is recorded, as it was kept; null where it was not.</param>
    /// <returns>A series for each metric of each test that was measured, and what else is to be said.</returns>
    public (IReadOnlyList<BaselineSeries> Series, IReadOnlyList<string> Failures) Record(string? build)
    {
        RecordingProgress progress = new(SystemClock.Instance, Launches * _entries.Count, text => TestContext.Progress.WriteLine(text));
        for (int launch = 0; launch < Launches; launch++)
        {
            RunOne(launch, progress);
        }

        List<BaselineSeries> series = [];
        List<string> failures = [];
        foreach (Entry entry in _entries)
        {
            if (entry.Taken.Count == 0)
            {
                failures.Add($"{entry.Address.FullName} is not recorded: {entry.Failure ?? "it was not reached"}");
                continue;
            }

            if (entry.Taken.Count < Launches)
            {
                failures.Add($"{entry.Address.FullName} is recorded from {entry.Taken.Count} of {Launches} processes: {entry.Failure ?? "it was not reached"}");
            }

            try
            {
                series.AddRange(entry.Objectives.Select(objective => session.SeriesOf(objective, entry.Identity, entry.Taken) with { Build = build }));
                TestContext.Progress.WriteLine(RecordedText.Of(entry.Address.FullName, entry.Taken, series.Where(one => one.Test == entry.Identity.Name)));
            }
            catch (MeasurementException e)
            {
                failures.Add($"{entry.Address.FullName} is not recorded: {e.Message}");
            }
        }

        return (series, failures);
    }

    // A process that dies leaves the tests that it did not come to: another one runs those.
    private void RunOne(int launch, RecordingProgress progress)
    {
        List<Entry> left = [.. _entries];
        for (int attempt = 0; attempt < 2 && left.Count > 0; attempt++)
        {
            progress.Process(launch + 1, Launches);
            string assembly = left[0].Address.Assembly;
            try
            {
                using WorkerProcess worker = new(assembly, WorkerProcess.RuntimeConfigOf(assembly), $"recording process {launch + 1}");
                Talk(worker, left, seed: launch, progress);
            }
            catch (WorkerException e)
            {
                // Of the tests that are left it is not known which one it was.
                foreach (Entry entry in left)
                {
                    entry.Failure = e.Message;
                }
            }
        }
    }

    private void Talk(WorkerProcess worker, List<Entry> left, int seed, RecordingProgress progress)
    {
        Entry[] asked = [.. left];
        string line = WorkerMessages.Write(new WorkerRequest(WorkerTask.Record, asked[0].Address)
        {
            Recorded = [.. asked.Select(entry => new RecordedTest(entry.Address, entry.Control))],
            Seed = seed,
        });
        while (left.Count > 0)
        {
            // The worker goes on by itself; what it hears meanwhile asks for the next answer.
            WorkerReply reply = worker.Exchange(
                line, WorkerMessages.ReadReply, TimeSpan.FromSeconds(FirstPatienceFactor * session.BudgetSeconds), CancellationToken.None);
            Entry entry = asked[reply.Index!.Value];
            line = "next";
            left.Remove(entry);
            progress.Test(entry.Address.FullName);
            if (reply.Controlled is { } samples)
            {
                entry.Taken.Add(samples);
            }
            else
            {
                entry.Failure = reply.Error;
            }
        }
    }

    private sealed record Entry(TestAddress Address, TestIdentity Identity, IReadOnlyList<Objective> Objectives)
    {
        public List<ControlledSamples> Taken { get; } = [];

        public string? Failure { get; set; }

        // Chosen in the first process that came to it.
        public ControlName? Control => Taken.FirstOrDefault()?.Control;
    }
}
