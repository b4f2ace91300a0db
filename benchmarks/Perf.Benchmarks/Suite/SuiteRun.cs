namespace Perf.Benchmarks.Suite;

/// <summary>What a process of the figure does.</summary>
internal enum SuiteRun
{
    /// <summary>Runs a test without promises.</summary>
    Plain,

    /// <summary>Runs the same body with a promise about an instrument that is not there: all but measuring.</summary>
    Promising,

    /// <summary>Starts a session and ends it with made-up results, and prints the CPU seconds of both.</summary>
    Stages,
}
