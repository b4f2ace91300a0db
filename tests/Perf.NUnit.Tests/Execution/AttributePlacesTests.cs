using System.Reflection;
using NUnit.Framework;
using Perf.Execution;
using Perf.Metrics;
using Perf.Objectives;
using Perf.TestData;
using Shouldly;

namespace Perf.Tests.Execution;

[TestFixture]
public sealed class AttributePlacesTests
{
    private const string Shown = "tests/Perf.NUnit.TestData/PlacesFixture.cs";

    private static readonly string[] Source = File.ReadAllLines(Path.Combine(Architecture.Repository.Root, Shown));

    [TestCase("OnOneLine", "[MaxDuration(5)]", "    [Test, MaxDuration(5)] public void OnOneLine()")]
    [TestCase("OnLinesOfTheirOwn", "[MaxRegression(10)]", "    [MaxRegression(10)] //")]
    [TestCase("OnLinesOfTheirOwn", "[MaxDuration(5)]", "    [MaxDuration(5)]")]
    [TestCase("OnLinesOfTheirOwn", "[MaxMetric(\"a{b=[MaxDuration(1)]}\", 3)]", "    [MaxMetric(\"a{")]
    [TestCase("OnLinesOfTheirOwn", "[MaxMetric(\"b\", 4)]", "    [MaxMetric(\"b\", 4)]")]
    [TestCase("OnLinesOfTheirOwn", "[MaxRegression(Metric = \"allocated_bytes\")]", "    [MaxRegression(Metric = ")]
    [TestCase("Qualified", "[MaxDuration(5)]", "        Perf.MaxDurationAttribute(")]
    [TestCase("CallsItself", "[MaxAllocations(0)]", "    [Test, MaxAllocations(0)]")]
    public void APromiseHasTheLineOfItsAttribute(string method, string attribute, string line)
    {
        SourceLocation place = PlaceOf(method, attribute).ShouldNotBeNull();

        place.File.ShouldBe(Shown);
        Source[place.Line - 1].ShouldStartWith(line);
        Source[..(place.Line - 1)].Count(earlier => earlier.StartsWith(line, StringComparison.Ordinal))
            .ShouldBe(0, "the line is not the only one of its kind, and this test says nothing");
    }

    [Test]
    public void APromiseThatIsNotFoundHasTheLineOfTheBody() =>
        PlaceOf("OnOneLine", "[MaxGpuMemory(80)]").ShouldBe(PlaceOf("OnOneLine", "[MaxDuration(5)]"));

    [Test]
    public void AMethodWithoutSymbolsHasNoPlace() =>
        AttributePlaces.Of(typeof(string).GetMethod(nameof(string.Clone))!, AppContext.BaseDirectory).Place(Objective("[MaxDuration(5)]")).Origin.Source.ShouldBeNull();

    [Test]
    public void ASourceOutsideOfTheRepositoryHasNoPlace()
    {
        if (SourcePlace.Find(MethodOf("OnOneLine"))!.File.StartsWith("/_/", StringComparison.Ordinal))
        {
            Assert.Ignore("a deterministic build names no folder that a source could be outside of");
        }

        string elsewhere = Directory.CreateTempSubdirectory("perf-elsewhere-").FullName;
        try
        {
            AttributePlaces.Of(MethodOf("OnOneLine"), elsewhere).Place(Objective("[MaxDuration(5)]")).Origin.Source.ShouldBeNull();
        }
        finally
        {
            Directory.Delete(elsewhere);
        }
    }

    private static SourceLocation? PlaceOf(string method, string attribute) =>
        AttributePlaces.Of(MethodOf(method), AppContext.BaseDirectory).Place(Objective(attribute)).Origin.Source;

    private static MethodInfo MethodOf(string name) => typeof(PlacesFixture).GetMethod(name)!;

    private static Objective Objective(string attribute) =>
        new(Metric.Time, new Reading.BodyTime(), new Bound(BoundKind.AtMost, 5), new Origin(attribute, null), 5);
}
