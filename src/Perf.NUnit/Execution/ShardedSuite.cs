using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using Perf.Measurement;
using Perf.Runs;

namespace Perf.Execution;

/// <summary>Leaves out the promised tests of a suite that are of another shard, and the fixtures that then have nothing to run.</summary>
internal static class ShardedSuite
{
    /// <summary>Marks what is of other shards than this run as skipped, with the reason, before anything runs.</summary>
    /// <param name="suite">The assembly.</param>
    public static void SkipOthers(ITest suite)
    {
        try
        {
            if (suite is TestAssembly { Assembly: { } tests } && Settings.OfThisRun.Shard is { } shard && MakesPromises(suite))
            {
                // Made here, so that a shard without a test leaves its record too.
                Session.Of(tests);
                SkipBelow(suite, shard);
            }
        }
        catch (Exception e) when (e is MeasurementException or Files.PerfFileException)
        {
            // Every test with a promise says it.
        }
    }

    private static bool MakesPromises(ITest suite) => suite.IsSuite ? suite.Tests.Any(MakesPromises) : IsPromised(suite);

    // Whether nothing is left to run: NUnit would set such a fixture up all the same.
    private static bool SkipBelow(ITest test, Shard shard)
    {
        if (!test.IsSuite)
        {
            return SkipOne(test, shard);
        }

        bool isEmpty = test.Tests.Count > 0;
        foreach (ITest child in test.Tests)
        {
            isEmpty &= SkipBelow(child, shard);
        }

        // The assembly's own actions write the record of the run, be it empty.
        if (isEmpty && test is not TestAssembly)
        {
            // NUnit tells all tests of a skipped fixture the fixture's reason.
            string[] reasons = [.. test.Tests.Select(child => (string)child.Properties.Get(PropertyNames.SkipReason)!).Distinct()];
            Mark(test, reasons is [var reason] ? reason : $"of other shards, this run is {shard}");
        }

        return isEmpty;
    }

    private static bool SkipOne(ITest test, Shard shard)
    {
        if (!IsPromised(test) || test.RunState is not (RunState.Runnable or RunState.Explicit))
        {
            return false;
        }

        int number = Shard.NumberOf(NameOfMethod(test), shard.Count);
        if (number == shard.Number)
        {
            return false;
        }

        Mark(test, $"of shard {new Shard(number, shard.Count)}, this run is {shard}");
        return true;
    }

    private static void Mark(ITest test, string reason)
    {
        ((Test)test).RunState = RunState.Skipped;
        test.Properties.Set(PropertyNames.SkipReason, reason);
    }

    private static bool IsPromised(ITest test) => test.Method?.MethodInfo.IsDefined(typeof(SloAttribute), inherit: true) == true;

    // The name of a generic fixture would hold the versions of its arguments' assemblies.
    private static string NameOfMethod(ITest test)
    {
        Type fixture = test.TypeInfo!.Type;
        return $"{(fixture.IsGenericType ? fixture.GetGenericTypeDefinition() : fixture).FullName}.{test.Method!.Name}";
    }
}
