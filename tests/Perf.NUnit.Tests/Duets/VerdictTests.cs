using NUnit.Framework;
using Perf.Tests.EndToEnd;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>What a user sees of a head that is changed, and of one that is not.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class VerdictTests
{
    private static TrxResult Of(string test) => DuetBuilds.Everyday.Value.Test(test);

    [Test]
    public void ADoubledBodyIsRegressedAndTheMessageNamesTheStageThatMoved()
    {
        TrxResult doubled = Of("Doubled");

        doubled.Outcome.ShouldBe("Failed");
        string[] lines = doubled.Message.ReplaceLineEndings("\n").Split('\n');
        lines[0].ShouldMatch(@"^Time regression: \+\d+\.\d % \(allowed \+10 %\)$");
        lines[1].ShouldMatch(@"^  Baseline:    \d+(\.\d+)? ms  base build( [0-9a-f]{7})?, run beside this one$");
        lines[2].ShouldMatch(@"^  Current:     \d+(\.\d+)? ms  ratio [12]\.\d+, 99 % bounds 1\.\d+ … \d\.\d+; [2-5] launches, \d+ pairs, \d+\.\d s, wall time$");
        lines[3].ShouldMatch(@"^  Allowed:     \d+(\.\d+)? ms  baseline \+ 10 %  \(\[MaxRegression\(10\)\]\)$");
        lines[5].ShouldMatch(@"^  Where:       forward \+\d+\.\d %");
        doubled.Message.ShouldMatch(@"Reproduce:   dotnet test \S+ -c Release -p:Side=head --filter ");
    }

    [Test]
    public void AnUnchangedBodyIsNotRegressed()
    {
        TrxResult unchanged = Of("Unchanged");

        unchanged.Outcome.ShouldNotBe("Failed", unchanged.Message);
        unchanged.Output.ShouldContain("[MaxRegression(10)]");
    }

    [Test]
    public void WhatIsExactTakesAFewSamplesThoughTimeIsComparedBesideIt() =>
        Of("AllocatesBesideALimitOfTime").Message.ShouldContain("1 launch, 5 samples");

    [Test]
    public void AllocationsAreComparedToTheByte()
    {
        Of("AllocatesAsMuch").Outcome.ShouldBe("Passed", Of("AllocatesAsMuch").Message);

        TrxResult more = Of("AllocatesMore");
        more.Outcome.ShouldBe("Failed");
        more.Message.ShouldContain("Allocated bytes regression: +0.8 % (allowed 0 %)");
        more.Message.ShouldContain("Exceeded by: 8 B");
    }

    [Test]
    public void AnInstrumentIsComparedWithTheBase()
    {
        TrxResult result = Of("ScoreFalls");

        result.Outcome.ShouldBe("Failed");
        result.Message.ShouldContain("Duet.score regression: −50.0 % (allowed −10 %)");
        result.Message.ShouldContain("Baseline:    0.8  base build");
    }

    [Test]
    public void ObservableInstrumentsOfBothBuildsAndOfTheTestHostAreToldApart()
    {
        TrxResult deeper = Of("Deeper");
        deeper.Outcome.ShouldBe("Failed");
        deeper.Message.ShouldContain("Duet.depth regression: +200.0 % (allowed +10 %)");
        deeper.Message.ShouldNotContain("exceeds its limit", Case.Sensitive, "the limit is held against the test host's own");

        Of("AsWide(1)").Outcome.ShouldBe("Passed", Of("AsWide(1)").Message);
    }

    [Test]
    public void TheTrxHoldsEachTestOnceAndNothingThatTheArmsWrote()
    {
        DuetRun run = DuetBuilds.Everyday.Value;

        run.ExitCode.ShouldBe(1, run.Output);
        run.Results.Select(result => (result.ClassName, result.Name)).ShouldBeUnique();
        run.Trx.ShouldNotContain("written by base");
        run.Trx.ShouldNotContain("written by head");
        run.Trx.ShouldNotContain("torn down by base");
        run.Trx.ShouldNotContain("torn down by head");
        run.Output.ShouldNotContain("written by base");
        run.Output.ShouldNotContain("written by head");
    }

    [Test]
    public void TheOuterTestKeepsItsSurroundings()
    {
        TrxResult chatters = Of("Chatters");

        chatters.Outcome.ShouldBe("Passed", chatters.Message);
        chatters.Output.ShouldContain("written by host");
        chatters.Output.ShouldContain("torn down by host in Chatters");
    }

    [TestCase("base")]
    [TestCase("head")]
    public void AFloodOfOutputIsNeitherKeptNorADeadlock(string copy)
    {
        (int Written, int Kept)[] notes = [.. DuetBuilds.Everyday.Value.NotesOf(copy)
            .Where(note => note.StartsWith("wrote ", StringComparison.Ordinal))
            .Select(note => note.Split(' '))
            .Select(words => (int.Parse(words[1]), int.Parse(words[4])))];

        notes.Max(note => note.Written).ShouldBeGreaterThan(100);
        notes.Max(note => note.Kept).ShouldBeLessThan(50);
    }
}
