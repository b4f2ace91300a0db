using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>Builds that bring other versions of a native library, which one process cannot hold: each has a process of its own.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ApartTests
{
    private const string Place =
        @"base build( [0-9a-f]{7})?, in a process of its own by turns with this one's: native packages differ \(SQLitePCLRaw\.core 2\.1\.11 → 2\.1\.13, .*\)";

    private static readonly Lazy<DuetRun> Run = new(() => Of("FullyQualifiedName~ApartFixture"));
    private static readonly Lazy<DuetRun> Mishaps = new(() => Of("FullyQualifiedName~ApartMishapFixture", ("PERF_BUDGET", "8")));

    [Test]
    public void ATripledBodyIsRegressedAndTheMessageSaysWhereTheBaseRan()
    {
        TrxResult tripled = Run.Value.Test("Tripled");

        tripled.Outcome.ShouldBe("Failed");
        tripled.Message.ShouldMatch($@"  Baseline:    \d+(\.\d+)? ms  {Place}");
        tripled.Message.ShouldMatch(@"ratio [123]\.\d+, 99 % bounds [12]\.\d+ … \d\.\d+; [2-5] launches, \d+ pairs, \d+\.\d s, wall time");
    }

    [Test]
    public void AnUnchangedBodyIsNotRegressedAndItsOtherPromiseIsKept()
    {
        TrxResult unchanged = Run.Value.Test("Unchanged");

        unchanged.Outcome.ShouldBe("Passed", unchanged.Message);
        unchanged.Output.ShouldContain("[MaxAllocations(100000)]");
    }

    [Test]
    public void AllocationsAreComparedToTheByte() =>
        Run.Value.Test("AllocatesMore").Message.ShouldStartWith("Allocated bytes regression: +0.8 % (allowed 0 %)");

    [TestCase("OnlyInHead", "the base build has no test Perf.DuetData.ApartFixture.OnlyInHead")]
    [TestCase("RaisedVersion", "the base build has version 1 of this test, here it is 2")]
    public void WhatTheBaseDoesNotHaveIsNew(string test, string reason)
    {
        TrxResult result = Run.Value.Test(test);

        result.Outcome.ShouldBe("NotExecuted", result.Message);
        result.Message.ShouldBe($"Allocated bytes not judged (NotComparable: new): {reason}");
    }

    [TestCase("base", "3.49.1", "native-base")]
    [TestCase("head", "3.53.3", "native-head")]
    public void EachBuildUsesItsOwnNativeLibraryAndItsOwnFolder(string copy, string version, string folder)
    {
        string[] notes = [.. Run.Value.NotesOf(copy).Distinct()];

        notes.ShouldHaveSingleItem().ShouldStartWith($"closed {version} in ");
        notes[0].ShouldContain($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}");
    }

    [TestCase("ThrowsOnTheFiftiethCall(\"base\")", "the base build's body threw InvalidOperationException: kaput at fifty")]
    [TestCase("ThrowsOnTheFiftiethCall(\"head\")", "the head build's body threw InvalidOperationException: kaput at fifty")]
    [TestCase("Exits(\"base\")", "the base build's process for Perf.DuetData.ApartMishapFixture.Exits(\"base\") ended with exit code 7 before it answered")]
    [TestCase("Exits(\"head\")", "the head build's process for Perf.DuetData.ApartMishapFixture.Exits(\"head\") ended with exit code 7 before it answered")]
    [TestCase("Hangs(\"base\")", "given up: the base build's body of Perf.DuetData.ApartMishapFixture.Hangs(\"base\") did not return in 4 s")]
    public void AMishapIsAnErrorThatNamesTheSideAndTheOtherPromiseIsJudged(string test, string message)
    {
        TrxResult result = Mishaps.Value.Test(test);

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldStartWith(message);
        result.Message.ShouldContain("Allocated bytes exceeds its limit");
    }

    [Test]
    public void AFloodOfOutputIsNoDeadlock() =>
        Mishaps.Value.Test("Floods(\"head\")").Message.ShouldContain("Allocated bytes regression: +");

    [TestCase("base")]
    [TestCase("head")]
    public void TheOtherBuildIsTornDownAfterAMishap(string side)
    {
        string other = side == "base" ? "head" : "base";

        Mishaps.Value.NotesOf(other).ShouldContain($"torn down after ThrowsOnTheFiftiethCall(\"{side}\")");
        Mishaps.Value.NotesOf(other).ShouldContain($"torn down after Exits(\"{side}\")");
    }

    [Test]
    public void NoProcessIsLeftBehind()
    {
        _ = Mishaps.Value;
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("processes and their command lines are listed by Linux");
        }

        Processes.CommandLines().Where(line => line.Contains(DuetBuilds.Apart.Value.Head, StringComparison.Ordinal)
            || line.Contains(DuetBuilds.Apart.Value.Base, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static DuetRun Of(string filter, params (string Name, string Value)[] variables) =>
        DuetRun.Of(DuetBuilds.Apart.Value.Head, DuetBuilds.Apart.Value.Base, filter, variables);
}
