using Perf.Baselines;

namespace Perf.Runs;

/// <summary>A run of a test assembly: where, when, with which settings, and every test of it that made a promise.</summary>
public sealed class Run
{
    private readonly Lock _gate = new();
    private readonly List<TestRecord> _tests = [];

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The machine.</summary>
    public required Fingerprint Machine { get; init; }

    /// <summary>cpu, gpu, or a name of the user's.</summary>
    public required string Environment { get; init; }

    /// <summary>The commit of the code, short; null outside a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>The thresholds file as a reader finds it, or <c>built-in defaults</c>.</summary>
    public required string Thresholds { get; init; }

    /// <summary>The baseline file as a reader finds it, and whether it is there; null when none was looked for.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether NotComparable and Inconclusive are held against the run as the policy says.</summary>
    public bool IsStrict { get; init; }

    /// <summary>When its last test had ended; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The part of the suite that is run, <c>2/3</c> for the second of three; null for all of it.</summary>
    public string? Shard { get; init; }

    /// <summary>The tests so far, in the order of their end.</summary>
    public IReadOnlyList<TestRecord> Tests
    {
        get
        {
            lock (_gate)
            {
                return [.. _tests];
            }
        }
    }

    /// <summary>Adds what is known of a test at its end.</summary>
    public void Add(TestRecord test)
    {
        lock (_gate)
        {
            _tests.Add(test);
        }
    }
}
