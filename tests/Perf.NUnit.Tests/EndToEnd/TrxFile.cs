using System.Xml.Linq;

namespace Perf.Tests.EndToEnd;

/// <summary>A test as the TRX file tells it.</summary>
internal sealed record TrxResult(string ClassName, string Name, string Outcome, string Message, string Trace, string Output);

/// <summary>Reads what a test run leaves.</summary>
internal static class TrxFile
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The results of all tests; those of different fixtures may share a name.</summary>
    public static IReadOnlyList<TrxResult> Read(string path)
    {
        XDocument document = XDocument.Load(path);
        Dictionary<string, string> classes = document.Descendants(Trx + "UnitTest").ToDictionary(
            test => (string)test.Attribute("id")!, test => (string)test.Element(Trx + "TestMethod")!.Attribute("className")!);
        return
        [
            .. document.Descendants(Trx + "UnitTestResult").Select(result => new TrxResult(
                classes[(string)result.Attribute("testId")!],
                (string)result.Attribute("testName")!,
                (string)result.Attribute("outcome")!,
                Text(result, "Message"),
                Text(result, "StackTrace"),
                Text(result, "StdOut"))),
        ];
    }

    private static string Text(XElement result, string name) => (string?)result.Descendants(Trx + name).FirstOrDefault() ?? "";
}
