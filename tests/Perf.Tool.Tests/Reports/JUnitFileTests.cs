using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using NUnit.Framework;
using Perf.Runs;
using Perf.Tool.Reports;
using Shouldly;

namespace Perf.Tool.Tests.Reports;

[TestFixture]
public sealed class JUnitFileTests
{
    private static readonly RunDocument Everything = JudgedRuns.Run(
        JudgedRuns.Test("Kept", JudgedRuns.Kept),
        JudgedRuns.Test("Slower", JudgedRuns.Slower, JudgedRuns.Kept),
        JudgedRuns.Test("NotCompared", JudgedRuns.NotCompared),
        JudgedRuns.Test("Held", JudgedRuns.HeldAgainst),
        JudgedRuns.Test("Partly", JudgedRuns.NotCompared, JudgedRuns.Kept with { Attribute = "[MaxDuration(5)]" }),
        JudgedRuns.Test("Broken") with { Error = "the worker died\nits last words" });

    [Test]
    public void ACaseIsATestWithItsOutcome()
    {
        XElement[] cases = [.. Read(Everything).Descendants("testcase")];

        cases.Select(test => (string?)test.Attribute("name")).ShouldBe(["Kept", "Slower", "NotCompared", "Held", "Partly", "Broken"]);
        cases.Select(test => (string?)test.Attribute("classname")).ShouldAllBe(name => name == "App.ParsingTests");
        cases.Select(test => test.Elements().Select(element => element.Name.LocalName).FirstOrDefault(name => name is "failure" or "error" or "skipped"))
            .ShouldBe([null, "failure", "skipped", "failure", null, "error"]);
        ((string?)cases[1].Element("failure")!.Attribute("message")).ShouldBe("Parsing time regression: +20.0 % (allowed +10 %)");
        cases[1].Element("failure")!.Value.ShouldContain("Reproduce:   dotnet test tests/App");
        ((string?)cases[2].Element("skipped")!.Attribute("message")).ShouldBe("Parsing time not judged (NotComparable): no baseline");
        cases[5].Element("error")!.Value.ShouldBe("the worker died\nits last words");
    }

    [TestCase("App.SortsTests.Sorts", "SortsTests", "Sorts", "App.SortsTests", "Sorts")]
    [TestCase("App.SortsTests(\".Sorts\").Sorts(1.5)", "SortsTests", "Sorts", "App.SortsTests(\".Sorts\")", "Sorts(1.5)")]
    [TestCase("App.Tests.Sorts<Int32>(\"a.Sorts\")", "Tests", "Sorts", "App.Tests", "Sorts<Int32>(\"a.Sorts\")")]
    [TestCase("App.Tests.a name of its own", "Tests", "Sorts", "Tests", "App.Tests.a name of its own")]
    public void AClassWhoseNameBeginsLikeTheMethodIsTheClass(string fullName, string type, string method, string className, string name)
    {
        XElement read = Read(JudgedRuns.Run(JudgedRuns.Test("Kept", JudgedRuns.Kept) with { Test = new TestReference(fullName, type, method, "tests/App") })).Descendants("testcase").Single();

        ((string?)read.Attribute("classname"), (string?)read.Attribute("name")).ShouldBe((className, name));
    }

    [Test]
    public void TwoPromisesOfOneMetricAreToldApart()
    {
        Dictionary<string, string> properties = Read(Everything).Descendants("testcase").ElementAt(1).Element("properties")!.Elements()
            .ToDictionary(property => (string)property.Attribute("name")!, property => (string)property.Attribute("value")!);

        properties["perf.time.verdict"].ShouldBe("Regressed");
        properties["perf.time.2.verdict"].ShouldBe("Pass");
    }

    [Test]
    public void TotalsAreThoseOfTheCases()
    {
        XElement root = Read(Everything, Everything);

        Totals(root).ShouldBe(("12", "4", "2"));
        root.Elements().Select(Totals).ShouldBe([("6", "2", "1"), ("6", "2", "1")]);
        ((string?)root.Elements().First().Attribute("skipped")).ShouldBe("1");
    }

    [Test]
    public void TheEvidenceIsInTheProperties()
    {
        Dictionary<string, string> properties = Read(Everything).Descendants("testcase").First().Element("properties")!.Elements()
            .ToDictionary(property => (string)property.Attribute("name")!, property => (string)property.Attribute("value")!);

        properties["perf.time.verdict"].ShouldBe("Pass");
        properties["perf.time.ratio"].ShouldBe("1.001");
        properties["perf.time.ratio.lower"].ShouldBe("0.98");
        properties["perf.time.current"].ShouldBe("0.0125");
        properties["perf.time.unit"].ShouldBe("s");
    }

    [Test]
    public void ItIsWhatCiServersRead() => Problems(Read(Everything)).ShouldBeEmpty();

    [Test]
    public void HostileNamesAreText()
    {
        TestReference test = new($"App.{JudgedRuns.Hostile}({new string('x', 2000)})", JudgedRuns.Hostile, JudgedRuns.Hostile, JudgedRuns.Hostile);
        JudgementDocument hostile = JudgedRuns.Slower with { Title = JudgedRuns.Hostile, Metric = JudgedRuns.Hostile, Unit = JudgedRuns.Hostile };

        XElement root = Read(JudgedRuns.Run(new TestDocument(test, null, [hostile], []), new TestDocument(test, JudgedRuns.Hostile, [], [])));

        Problems(root).ShouldBeEmpty();
        root.Descendants("script").ShouldBeEmpty();
        ((string)root.Descendants("testcase").First().Attribute("name")!).ShouldContain("<script>");
        root.Descendants("error").Single().Value.ShouldContain("# EOF");
    }

    [Test]
    public void ARunWithoutTestsIsAnEmptySuite() => Problems(Read(JudgedRuns.Run())).ShouldBeEmpty();

    private static XElement Read(params RunDocument[] runs) => XDocument.Parse(JUnitFile.Of(runs)).Root!;

    private static (string?, string?, string?) Totals(XElement element) =>
        ((string?)element.Attribute("tests"), (string?)element.Attribute("failures"), (string?)element.Attribute("errors"));

    private static List<string> Problems(XElement root)
    {
        List<string> problems = [];
        XmlSchemaSet schemas = new();
        using XmlReader schema = XmlReader.Create(Path.Combine(TestContext.CurrentContext.TestDirectory, "Reports", "junit.xsd"));
        schemas.Add(null, schema);
        new XDocument(root).Validate(schemas, (_, problem) => problems.Add(problem.Message));
        return problems;
    }
}
