using System.Xml.Linq;
using NUnit.Framework;
using Perf.Runs;
using Shouldly;

namespace Perf.Tests.EndToEnd;

/// <summary>What a test leaves in its own result: the record of it alone, and the numbers as properties.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class EvidenceTests
{
    private DotnetTest _dotnet = null!;

    [OneTimeSetUp]
    public void RunOnce()
    {
        _dotnet = new DotnetTest();
        _dotnet.Run("FullyQualifiedName~SleepFixture.Case|FullyQualifiedName~SleepFixture.TooLong", ["--results-directory", _dotnet.Folder, "--", $"NUnit.TestOutputXml={_dotnet.Folder}"]);
    }

    [OneTimeTearDown]
    public void RemoveIt() => _dotnet.Dispose();

    [Test]
    public void EachTestAttachesItsOwnRecordToTheTrx()
    {
        XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        string trxFile = Path.Combine(_dotnet.Folder, "result.trx");
        XDocument document = XDocument.Load(trxFile);
        string deployment = (string)document.Descendants(trx + "Deployment").Single().Attribute("runDeploymentRoot")!;

        foreach (XElement result in document.Descendants(trx + "UnitTestResult"))
        {
            string attached = Path.Combine(
                _dotnet.Folder, deployment, "In", (string)result.Attribute("relativeResultsDirectory")!, (string)result.Descendants(trx + "ResultFile").Single().Attribute("path")!);
            TestDocument test = RunDocument.Parse(File.ReadAllText(attached), attached).Tests.ShouldHaveSingleItem();
            test.Test.FullName.ShouldEndWith((string)result.Attribute("testName")!);
            test.Judgements.ShouldHaveSingleItem().Source.ShouldNotBeNull().File.ShouldBe("tests/Perf.NUnit.TestData/SleepFixture.cs");
        }
    }

    [Test]
    public void NamesOfFilesAreOnesThatEveryFileSystemTakes()
    {
        string[] names = [.. Directory.GetFiles(Path.Combine(_dotnet.Report, "tests")).Select(file => Path.GetFileName(file))];

        names.Length.ShouldBe(3);
        names.ShouldContain("Perf.TestData.SleepFixture.TooLong.perf.json");
        names.ShouldContain(name => name.StartsWith("Perf.TestData.SleepFixture.Case_1_-", StringComparison.Ordinal));
    }

    [Test]
    public void TheNumbersArePropertiesOfTheResult()
    {
        XElement test = Directory.GetFiles(_dotnet.Folder, "*.xml").Select(file => XDocument.Load(file)).SelectMany(file => file.Descendants("test-case"))
            .Single(result => (string?)result.Attribute("name") == "TooLong");
        Dictionary<string, string> properties = test.Element("properties")!.Elements("property")
            .ToDictionary(property => (string)property.Attribute("name")!, property => (string)property.Attribute("value")!);

        properties["perf.time.verdict"].ShouldBe("Regressed");
        properties["perf.time.promise"].ShouldBe("[MaxDuration(0.001)]");
        double.Parse(properties["perf.time.ratio"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(10);
    }
}
