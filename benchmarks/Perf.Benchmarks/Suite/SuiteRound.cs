using System.Globalization;
using Perf.Benchmarks.NUnitRuns;
using Perf.Execution;
using Perf.Measurement.Probes;
using Perf.Runs;

namespace Perf.Benchmarks.Suite;

/// <summary>One round, in a process of its own: what is compiled at the first use belongs to the cost.</summary>
internal static class SuiteRound
{
    /// <summary>How many tests the made-up suite has.</summary>
    public const int Tests = 200;

    public static void Run(SuiteRun run)
    {
        switch (run)
        {
            case SuiteRun.Plain:
                NUnitRun.Of(typeof(PlainFixture));
                Tell(SystemClock.Instance.ProcessCpuSeconds());
                break;
            case SuiteRun.Promising:
                NUnitRun.Of(typeof(PromisingFixture));
                Tell(SystemClock.Instance.ProcessCpuSeconds());
                break;
            default:
                TellStages();
                break;
        }
    }

    private static void TellStages()
    {
        double from = SystemClock.Instance.ProcessCpuSeconds();
        Session session = Session.Of(typeof(SuiteRound).Assembly);
        double start = SystemClock.Instance.ProcessCpuSeconds() - from;
        foreach (TestRecord test in MadeUpTests.Of(Tests))
        {
            session.Run.Add(test);
        }

        from = SystemClock.Instance.ProcessCpuSeconds();
        Session.End(isGreen: true);
        double end = SystemClock.Instance.ProcessCpuSeconds() - from;
        Tell(start, end);
    }

    private static void Tell(params IEnumerable<double> cpuSeconds) => Console.Out.WriteLine(
        string.Join(' ', cpuSeconds.Select(seconds => seconds.ToString(CultureInfo.InvariantCulture))));
}
