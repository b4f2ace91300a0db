using NUnit.Framework;
using Perf.Runs;
using Shouldly;

namespace Perf.Tests.Runs;

[TestFixture]
public sealed class RunTests
{
    [Test]
    public void TestsThatEndAtTheSameTimeAreAllKept()
    {
        Run run = SomeRun.Of();

        Parallel.For(0, 1000, i => run.Add(SomeRun.Record($"Test{i}")));

        run.Tests.Select(test => test.Test.MethodName).Distinct().Count().ShouldBe(1000);
    }

    [Test]
    public void TheTestsSoFarDoNotGrowUnderTheirReader()
    {
        Run run = SomeRun.Of(SomeRun.Record("First"));
        IReadOnlyList<TestRecord> before = run.Tests;

        run.Add(SomeRun.Record("Second"));

        before.ShouldHaveSingleItem();
        run.Tests.Select(test => test.Test.MethodName).ShouldBe(["First", "Second"]);
    }
}
