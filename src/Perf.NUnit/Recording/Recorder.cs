using NUnit.Framework;
using NUnit.Framework.Internal;
using Perf.Baselines;
using Perf.Controlled;
using Perf.Execution;
using Perf.Judging;
using Perf.Measurement;
using Perf.Measurement.Devices;
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

    // From one answer to the next: a launch, and the fixtures that are set up before it, in how many budgets of a test.
    private const double PatienceFactor = 3;

    private readonly List<Entry> _entries = [];

    /// <summary>Whether there is anything to record.</summary>
    public bool HasTests => _entries.Count > 0;

    /// <summary>Notes a test that passed.</summary>
    /// <param name="test">The test.</param>
    /// <param name="identity">Its version and data.</param>
    /// <param name="objectives">What is compared with a baseline.</param>
    /// <param name="control">The control of the series that it has already; null where one is to be chosen.</param>
    /// <exception cref="MeasurementException">Two series would have one name.</exception>
    public void Add(Test test, TestIdentity identity, IReadOnlyList<Objective> objectives, ControlName? control)
    {
        if (_entries.Any(entry => entry.Test.Id == test.Id))
        {
            // NUnit repeats it.
            return;
        }

        if (_entries.Any(entry => entry.Identity.Name == identity.Name))
        {
            throw new MeasurementException($"another test is named {identity.Name} too: a baseline tells tests by their names");
        }

        if (objectives.GroupBy(objective => objective.Metric.Name).FirstOrDefault(group => group.DistinctBy(objective => objective.Reading).Count() > 1) is { } alike)
        {
            throw new MeasurementException(
                $"two instruments are compared under the name {alike.Key}: give each its own name by Metric = \"instrument{{tag=value}}\"");
        }

        _entries.Add(new Entry(test, TestAddress.Of(test), identity, [.. objectives.DistinctBy(objective => objective.Metric.Name)], control));
    }

    /// <summary>Runs the processes; a test that cannot be recorded fails.</summary>
    /// <param name="build">The build that is recorded, as it was kept; null where it was not.</param>
    /// <returns>A series for each metric of each test that was measured.</returns>
    public IReadOnlyList<BaselineSeries> Record(string? build)
    {
        RecordingProgress progress = new(SystemClock.Instance, Launches * _entries.Count, text => TestContext.Progress.WriteLine(text));
        for (int launch = 0; launch < Launches; launch++)
        {
            RunOne(launch, progress);
        }

        return [.. _entries.SelectMany(entry => SeriesOf(entry, build))];
    }

    /// <summary>Fails all tests of the recording.</summary>
    public void Fail(string message) => _entries.ForEach(entry => LateFailure.Tell(entry.Test, $"{entry.Address.FullName} is not recorded: {message}"));

    // A test that does not run in one process in five is not steady enough to be a baseline.
    private IReadOnlyList<BaselineSeries> SeriesOf(Entry entry, string? build)
    {
        try
        {
            if (entry.Taken.Count < Launches)
            {
                throw new MeasurementException(
                    $"{entry.Taken.Count} of {Launches} processes measured it: {entry.Failure ?? "it was not reached"}");
            }

            BaselineSeries[] series =
                [.. entry.Objectives.Select(objective => session.SeriesOf(objective, entry.Identity, entry.Taken) with { Build = build })];
            TestContext.Progress.WriteLine(RecordedText.Of(entry.Address.FullName, entry.Taken, series));
            return series;
        }
        catch (MeasurementException e)
        {
            LateFailure.Tell(entry.Test, $"{entry.Address.FullName} is not recorded: {e.Message}");
            return [];
        }
    }

    // A process that dies leaves the tests that it did not come to: another one runs those.
    private void RunOne(int launch, RecordingProgress progress)
    {
        List<Entry> left = [.. _entries];
        progress.Process(launch + 1, Launches);
        while (left.Count > 0)
        {
            Entry? running = null;
            int before = left.Count;
            string assembly = left[0].Address.Assembly;
            try
            {
                using WorkerProcess worker = new(assembly, WorkerProcess.RuntimeConfigOf(assembly), $"recording process {launch + 1}");
                Talk(worker, left, seed: launch, progress, entry => running = entry);
            }
            catch (WorkerException e)
            {
                // Before the first test all of them fail alike; between two of them it is nobody's.
                Entry[] failed = running is not null ? [running] : left.Count == before ? [.. left] : [];
                foreach (Entry entry in failed)
                {
                    entry.Failure = e.Message;
                    left.Remove(entry);
                    progress.Test(entry.Address.FullName);
                }
            }
        }
    }

    private void Talk(WorkerProcess worker, List<Entry> left, int seed, RecordingProgress progress, Action<Entry?> begins)
    {
        Entry[] asked = [.. left];
        string line = WorkerMessages.Write(new WorkerRequest(WorkerTask.Record, asked[0].Address)
        {
            Recorded = [.. asked.Select(entry => new RecordedTest(entry.Address, entry.Control))],
            Seed = seed,
        });
        while (left.Count > 0)
        {
            WorkerReply reply = worker.Exchange(
                line, WorkerMessages.ReadReply, TimeSpan.FromSeconds(PatienceFactor * session.BudgetSeconds), CancellationToken.None);

            // The worker goes on by itself; what it hears meanwhile asks for the next answer.
            line = "next";
            Entry entry = asked[reply.Index!.Value];
            if (reply.IsBeginning)
            {
                begins(entry);
                continue;
            }

            begins(null);
            if (!left.Remove(entry))
            {
                // NUnit repeats it.
                continue;
            }

            progress.Test(entry.Address.FullName);
            string? throttled = entry.IsNoisy ? DeviceGuard.Refusal(reply.Controlled?.Device) : null;
            if (reply.Controlled is { } samples && throttled is null)
            {
                entry.Taken.Add(samples);
            }
            else
            {
                entry.Failure = reply.Error ?? throttled;
            }
        }
    }

    private sealed record Entry(
        Test Test, TestAddress Address, TestIdentity Identity, IReadOnlyList<Objective> Objectives, ControlName? Recorded)
    {
        public bool IsNoisy => Objectives.Any(objective => objective.Metric.IsNoisy);

        public List<ControlledSamples> Taken { get; } = [];

        public string? Failure { get; set; }

        // Chosen in the first process that came to it.
        public ControlName? Control => Recorded ?? Taken.FirstOrDefault()?.Control;
    }
}
