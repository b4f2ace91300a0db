using NUnit.Framework;
using Perf.Runs;
using Perf.Tool.Merges;
using Perf.Tool.Runs;
using Shouldly;

namespace Perf.Tool.Tests.Merges;

[TestFixture]
public sealed class RunMergeTests
{
    private static readonly RunDocument First = SomeRuns.Of(SomeRuns.Test("A.T.One", 1)) with { Shard = "1/2" };
    private static readonly RunDocument Second = SomeRuns.Of(SomeRuns.Test("A.T.Two", 1)) with { Shard = "2/2", StartedAt = SomeRuns.Midnight.AddMinutes(-5) };

    [Test]
    public void TheShardsOfASuiteBecomeOneRun()
    {
        RunDocument merged = Merge(Second, First).ShouldHaveSingleItem();

        merged.Shard.ShouldBeNull();
        merged.StartedAt.ShouldBe(Second.StartedAt);
        merged.EndedAt.ShouldBe(First.EndedAt);
        merged.Tests.Select(test => test.Test.FullName).ShouldBe(["A.T.One", "A.T.Two"]);
        RunMerge.Missing([First, Second]).ShouldBeEmpty();
    }

    [Test]
    public void AMissingShardIsSaidAndCanComeLater()
    {
        RunDocument first = First with { Shard = "1/3" };
        RunDocument third = Second with { Shard = "3/3" };

        RunDocument merged = Merge(first, third).ShouldHaveSingleItem();

        merged.Shard.ShouldBe("1,3/3");
        RunMerge.Missing([first, third]).ShouldHaveSingleItem().ShouldBe("tests/App.Perf of 4f3c2a1, cpu: shard 2 of 3 is missing");
        RunDocument whole = Merge(merged, SomeRuns.Of(SomeRuns.Test("A.T.Three", 1)) with { Shard = "2/3" }).ShouldHaveSingleItem();
        whole.Shard.ShouldBeNull();
        whole.Tests.Count.ShouldBe(3);
    }

    [Test]
    public void WhatIsOfAnotherSuiteStaysBesideIt()
    {
        RunDocument[] others =
        [
            Second with { Environment = "gpu" },
            Second with { Commit = "5a5a5a5" },
            Second with { Thresholds = "built-in defaults" },
            Second with { Strict = true },
            Second with { Machine = SomeRuns.Machine with { CpuModel = "Another CPU" } },
            Second with { Tests = [SomeRuns.Test("A.T.Two", 1) with { Test = new TestReference("A.T.Two", "T", "Two", "tests/Other.Perf") }] },
            First with { StartedAt = SomeRuns.Midnight.AddHours(1) },
        ];
        foreach (RunDocument other in others)
        {
            Merge(First, other).Count.ShouldBe(2);
        }
    }

    [Test]
    public void AShardToWhichNoTestFellIsThereAllTheSame()
    {
        RunDocument empty = SomeRuns.Of() with { Shard = "2/2" };

        RunDocument merged = Merge(empty, First).ShouldHaveSingleItem();

        merged.Shard.ShouldBeNull();
        merged.Tests.ShouldHaveSingleItem();
        RunMerge.Missing([empty, First]).ShouldBeEmpty();
    }

    [Test]
    public void ShardsOnRunnersOfSeveralKindsAreAllThere()
    {
        RunDocument second = Second with { Machine = SomeRuns.Machine with { CpuModel = "Another CPU" } };

        Merge(First, second).Count.ShouldBe(2);
        RunMerge.Missing([First, second]).ShouldBeEmpty();
        RunMerge.Missing([First, second, First with { Machine = second.Machine }, Second]).ShouldBeEmpty("two suites, whichever runner each shard got");
    }

    [Test]
    public void OfAMatrixOfMachinesEachNeedsItsShards()
    {
        RunDocument other = First with { StartedAt = SomeRuns.Midnight.AddHours(1), Machine = SomeRuns.Machine with { CpuModel = "Another CPU" } };

        RunMerge.Missing([First, Second, other]).ShouldHaveSingleItem().ShouldContain("on Another CPU: shard 2 of 2 is missing");
    }

    [Test]
    public void TheSameRunTwiceIsAMistake() => Should.Throw<ToolException>(() => Merge(First, First))
        .Message.ShouldContain("0.json and 1.json hold the same run");

    private static IReadOnlyList<RunDocument> Merge(params RunDocument[] runs) =>
        RunMerge.Of([.. runs.Select((run, index) => new RunFile($"{index}.json", run))]);
}
