namespace Perf.Benchmarks.Subjects;

/// <summary>A test of <c>Perf.Benchmarks.Duets</c>.</summary>
/// <param name="Test">Its name.</param>
/// <param name="Kind">What it lives on.</param>
/// <param name="IsSingleThreaded">Whether all of its work is done by the calling thread.</param>
internal sealed record Subject(string Test, string Kind, bool IsSingleThreaded)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [
        new("Allocating", "managed, allocates", IsSingleThreaded: true),
        new("Json", "managed, a library", IsSingleThreaded: true),
        new("MemoryBound", "waits for memory", IsSingleThreaded: true),
        new("TorchOnOneThread", "native, convolutions", IsSingleThreaded: true),
        new("TorchOnTwoThreads", "native, two threads", IsSingleThreaded: false),
        new("WaitingForAnAnswer", "asynchronous, a timer", IsSingleThreaded: false),
        new("WaitingForAThread", "asynchronous, a thread", IsSingleThreaded: false),
        new("Yaml", "managed, a library", IsSingleThreaded: true),
    ];

    /// <summary>The subject of a name.</summary>
    /// <exception cref="InvalidOperationException">It is not listed.</exception>
    public static Subject Of(string test) => All.FirstOrDefault(subject => subject.Test == test)
        ?? throw new InvalidOperationException($"{test} is no subject that {nameof(Subject)} lists: say there what it lives on");
}
