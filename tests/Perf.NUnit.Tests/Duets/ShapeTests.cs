using NUnit.Framework;
using Shouldly;

namespace Perf.Tests.Duets;

/// <summary>Fixtures and cases as NUnit knows them, in both builds.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ShapeTests
{
    private static DuetRun Run => DuetBuilds.Everyday.Value;

    [TestCase("ArgumentShape(\"three\").Body", "three")]
    [TestCase("ArgumentShape(\"five\").Body", "five")]
    [TestCase("CaseShape.Case(\"one\")", "one")]
    [TestCase("CaseShape.Case(\"two\")", "two")]
    [TestCase("CaseShape.TheFirst", "first")]
    [TestCase("CaseShape.TheSecond", "second")]
    [TestCase("AsyncShape.Body", "a later moment")]
    [TestCase("AsyncShape.Token", "a token")]
    [TestCase("LifeCycleShape.Body", "its context")]
    [TestCase("GenericShape<Int32>.Body", "System.Int32")]
    [TestCase("GenericShape<String>.Body", "System.String")]
    [TestCase("DerivedShape.Inherited", "System.Int64")]
    public void BothBuildsRunTheTestAsNUnitDoes(string test, string seen)
    {
        string note = $"Perf.DuetData.{test} saw {seen}";

        Run.NotesOf("host").ShouldContain(note);
        Run.NotesOf("base").Count(other => other == note).ShouldBeGreaterThanOrEqualTo(4, "a round each");
        Run.NotesOf("head").Count(other => other == note).ShouldBe(Run.NotesOf("base").Count(other => other == note));
        Run.Results.Where(result => result.ClassName.Contains("Shape", StringComparison.Ordinal)).Select(result => result.Outcome)
            .ShouldAllBe(outcome => outcome == "Passed");
    }

    [TestCase("base")]
    [TestCase("head")]
    public void EachInstanceIsSetUpTornDownAndDisposed(string copy)
    {
        IReadOnlyList<string> notes = Run.NotesOf(copy);
        int constructed = notes.Count(note => note == "constructed");

        constructed.ShouldBeGreaterThan(4);
        notes.Count(note => note == "set up").ShouldBe(constructed);
        notes.Count(note => note == "torn down").ShouldBe(constructed);
        notes.Count(note => note == "disposed").ShouldBe(constructed);
    }

    [TestCase("host", 1)]
    [TestCase("base", 5)]
    [TestCase("head", 5)]
    public void ASetUpFixtureRunsOnceADuetAndNotInEachRound(string copy, int leastFixtures)
    {
        IReadOnlyList<string> notes = Run.NotesOf(copy);

        notes.Count(note => note == "namespace set up").ShouldBe(1);
        notes.Count(note => note == "namespace torn down").ShouldBe(1);
        notes.Count(note => note == "fixture set up").ShouldBeGreaterThanOrEqualTo(leastFixtures);
    }
}
