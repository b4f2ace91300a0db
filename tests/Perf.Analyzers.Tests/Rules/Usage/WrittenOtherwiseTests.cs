using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Shouldly;

namespace Perf.Analyzers.Tests.Rules.Usage;

/// <summary>The same promises in other words of the language.</summary>
[TestFixture]
public sealed class WrittenOtherwiseTests
{
    private const string File = "a:\n  max_time_seconds: 5\n";

    [TestCase("[Test] [{|PERF1008:MaxDurationAttribute(6)|}] public void Adds() { }")]
    [TestCase("[Test, {|PERF1008:global::Perf.MaxDuration(seconds: 6)|}] public void Adds() { }")]
    [TestCase("[method: Test, {|PERF1008:MaxDuration(2 * 3)|}] public void Adds() { }")]
    [TestCase("const int Limit = 6; [Test, {|PERF1008:MaxDuration(Limit)|}] public void Adds() { }")]
    [TestCase("[Test, {|PERF1008:MaxDuration(\n  6)|}] public void Adds() { }")]
    [TestCase("[Test, {|PERF1008:MaxDuration(6f)|}] public Task Adds() => Task.CompletedTask;")]
    [TestCase("[TestCase(1), TestCase(2), {|PERF1008:MaxDuration('\\u0006')|}] public static void Adds(int n) { }")]
    public Task APromiseIsTheSameHoweverItIsWritten(string members) => Verify.Members("PERF1008", members, File);

    [Test]
    public Task AnAliasIsFollowed() => Verify.Source(
        "PERF1008",
        "using Limit = Perf.MaxDurationAttribute; public class C { [Test, {|PERF1008:Limit(6)|}] public void Adds() { } }",
        File);

    [TestCase("PERF1001")]
    [TestCase("PERF1008")]
    public Task AnAttributeOfTheSameNameElsewhereIsNoPromise(string id) => Verify.Source(
        id,
        """
        namespace Mine
        {
            public sealed class MaxDurationAttribute(double seconds) : Attribute { public double Seconds => seconds; }
            public class C { [MaxDuration(6)] public void Adds() { } }
        }
        """,
        File);

    [Test]
    public Task ASectionFromAConstantIsFollowed() => Verify.Source(
        "PERF1005",
        """
        public static class Sections { public const string A = "a"; public const string B = nameof(B); }
        [Section(Sections.A)] public class C { [Test, MaxDuration] public void Adds() { } }
        [{|PERF1005:Section(Sections.B)|}] public class D { [Test, MaxDuration(3)] public void Adds() { } }
        """,
        File);

    [TestCase("[Test, MaxDuration(5)] public void Adds() { _ = nameof(DateTime.Now); }")]
    [TestCase("[Test, MaxDuration(5)] public void Adds() { Clock.UtcNow(); } static class Clock { public static int UtcNow() => 3; }")]
    [TestCase("[Test, MaxDuration(5)] public void Adds() { _ = new Random(Seed: 3).Next(); }")]
    [TestCase("[Test, MaxDuration(5)] public void Adds() { _ = new Random { }; } class Random { }")]
    public Task WhatOnlyLooksLikeChanceIsLeftAlone(string members) => Verify.Members("PERF1018", members);

    [Test]
    public async Task ChanceWhoseTypeStandsInAnotherFileIsFound()
    {
        IReadOnlyList<Diagnostic> found = await CompilationOf.Findings(CompilationOf.Sources(
        [
            ("Dice.cs", "public static class Dice { public static int Roll(System.Random dice) => dice.Next(6); }"),
            ("Tests.cs", """
                using NUnit.Framework; using Perf;
                public class DiceTests { [Test, MaxDuration(5)] public void Rolls() => Dice.Roll(new()); }
                """),
        ]));

        found.Where(one => one.Id == "PERF1018").ShouldHaveSingleItem().Location.SourceTree?.FilePath.ShouldBe("Tests.cs");
    }

    [Test]
    public Task AMethodThatDoesNotCompileYetIsNoOccasionForMore() => Verify.Members(
        "PERF1002", "[Test, MaxDuration({|CS0103:limit|})] public void Adds() { }", File);
}
