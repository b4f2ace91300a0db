using NUnit.Framework;
using Perf.Tests.Files;
using Perf.Tool.Imports;
using Shouldly;

namespace Perf.Tool.Tests.Imports;

[TestFixture]
public sealed class NameMapTests
{
    private static readonly Benchmark Sorts = Of("Sorts", "Some.Sorting.Sorts(Text: \"a=b\")");
    private static readonly Benchmark Joins = Of("Joins", "Some.Sorting.Joins(Length: 1)");
    private static readonly Benchmark JoinsMore = Of("Joins", "Some.Sorting.Joins(Length: 2)");

    [TestCase("Some.Sorting.Sorts(Text: \"a=b\")=A.T.Sorts(\"a=b\")")]
    [TestCase("Some.Sorting.Sorts=A.T.Sorts(\"a=b\")")]
    [TestCase(" Sorting.Sorts = A.T.Sorts(\"a=b\") ")]
    public void ABenchmarkIsNamedInFullOrWithoutParametersOrNamespace(string entry) =>
        new NameMap([entry], [Sorts, Joins]).Find(Sorts).ShouldBe("A.T.Sorts(\"a=b\")");

    [Test]
    public void ANameOfSeveralIsAMistakeThatNamesThem() =>
        Should.Throw<ToolException>(() => new NameMap(["Sorting.Joins=A.T.Joins"], [Joins, JoinsMore])).Message.ShouldContain("Joins(Length: 2)");

    [TestCase("Sorting.Prints=A.T.Prints")]
    [TestCase("Sorting.Sorts=")]
    [TestCase("Sorting.Sorts")]
    public void WhatMapsNothingIsAMistakeThatListsTheBenchmarks(string entry) =>
        Should.Throw<ToolException>(() => new NameMap([entry], [Sorts, Joins])).Message.ShouldContain("Some.Sorting.Joins(Length: 1)");

    [Test]
    public void OneBenchmarkHasOneTest() =>
        Should.Throw<ToolException>(() => new NameMap(["Sorting.Joins=A", "Some.Sorting.Joins=B"], [Joins])).Message.ShouldContain("two entries");

    [Test]
    public void AFileHasAnEntryALine()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["map"], "# names\n\n  Sorting.Sorts=A.T.Sorts\nSorting.Joins=A.T.Joins\n");

        NameMap.EntriesOf(folder["map"]).ShouldBe(["Sorting.Sorts=A.T.Sorts", "Sorting.Joins=A.T.Joins"]);
    }

    private static Benchmark Of(string method, string fullName) => new(null, "Some", "Sorting", method, fullName, null, null);
}
