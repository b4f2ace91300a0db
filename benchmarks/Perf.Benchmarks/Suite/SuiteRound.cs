using System.Diagnostics;
using System.Globalization;
using Perf.Benchmarks.NUnitRuns;
using Perf.Execution;
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
                break;
            case SuiteRun.Promising:
                NUnitRun.Of(typeof(PromisingFixture));
                break;
            default:
                TellStages();
                break;
        }
    }

    private static void TellStages()
    {
        long from = Stopwatch.GetTimestamp();
        Session session = Session.Of(typeof(SuiteRound).Assembly);
        TimeSpan start = Stopwatch.GetElapsedTime(from);
        foreach (TestRecord test in MadeUpTests.Of(Tests))
        {
            session.Run.Add(test);
        }

        from = Stopwatch.GetTimestamp();
        Session.End();
        TimeSpan end = Stopwatch.GetElapsedTime(from);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{start.TotalSeconds} {end.TotalSeconds}"));
    }
}
