using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Perf.Reporting;
using Perf.Runs;

namespace Perf.Tool.Reports;

/// <summary>
/// Runs as JUnit's XML, which CI servers read: a suite for each run, a case for each test, the evidence as its properties.
/// </summary>
internal static class JUnitFile
{
    /// <summary>The whole text.</summary>
    public static string Of(IReadOnlyList<RunDocument> runs)
    {
        XElement[] suites = [.. runs.Select(Suite)];
        XElement root = new("testsuites", new XAttribute("name", "Perf"), suites);
        foreach (string total in new[] { "tests", "failures", "errors" })
        {
            root.SetAttributeValue(total, suites.Sum(suite => (int)suite.Attribute(total)!));
        }

        StringBuilder text = new();
        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", CheckCharacters = false, Encoding = Encoding.UTF8 };
        using (Utf8Writer writer = new(text))
        using (XmlWriter xml = XmlWriter.Create(writer, settings))
        {
            new XDocument(root).Save(xml);
        }

        return text.Append('\n').ToString();
    }

    private static XElement Suite(RunDocument run)
    {
        XElement[] cases = [.. run.Tests.Select(Case)];
        return new XElement(
            "testsuite",
            Attribute("name", string.Join(", ", run.Tests.Select(test => test.Test.Project).Distinct()) + (run.Shard is { } shard ? $" {shard}" : "")),
            new XAttribute("tests", cases.Length),
            new XAttribute("failures", cases.Count(test => test.Element("failure") is not null)),
            new XAttribute("errors", cases.Count(test => test.Element("error") is not null)),
            new XAttribute("skipped", cases.Count(test => test.Element("skipped") is not null)),
            new XAttribute("time", Seconds(run.Tests.SelectMany(test => test.Judgements).Sum(judgement => judgement.Seconds))),
            new XAttribute("timestamp", run.StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
            Properties(
                ("perf.environment", run.Environment),
                ("perf.commit", run.Commit),
                ("perf.baseline", run.Baseline),
                ("perf.thresholds", run.Thresholds),
                ("perf.machine", MachineText.Of(run.Machine)),
                ("perf.strict", run.Strict ? "true" : "false")),
            cases);
    }

    private static XElement Case(TestDocument test)
    {
        ReportRow[] rows = [.. test.Judgements.Select(judgement => new ReportRow(null!, test, judgement))];
        XElement element = new(
            "testcase",
            Attribute("name", NameOf(test.Test)),
            Attribute("classname", ClassOf(test.Test)),
            new XAttribute("time", Seconds(test.Judgements.Sum(judgement => judgement.Seconds))),
            Properties(EvidenceProperties.Of(test.Judgements)));
        ReportRow[] failed = [.. rows.Where(row => row.Severity is Severity.Regressed or Severity.HeldAgainst)];
        if (Outcome(test, rows, failed) is { } outcome)
        {
            element.Add(outcome);
        }

        element.Add(new XElement("system-out", Text(JudgementTable.Of(test.Judgements))));
        return element;
    }

    // A case has one of the three.
    private static XElement? Outcome(TestDocument test, ReportRow[] rows, ReportRow[] failed)
    {
        if (failed.Length > 0)
        {
            IEnumerable<string> all = failed.Select(Whole).Concat(test.Error is null ? [] : [test.Error]);
            return new XElement(
                "failure",
                new XAttribute("type", failed[0].Judgement!.Kind.ToString()),
                Attribute("message", string.Join("; ", failed.Select(Headline))),
                Text(string.Join("\n\n", all)));
        }

        if (test.Error is { } error)
        {
            return new XElement("error", new XAttribute("type", "Perf"), Attribute("message", error.Split('\n')[0]), Text(error));
        }

        bool isNotJudged = rows.Length > 0 && rows.All(row => row.Severity is Severity.Inconclusive or Severity.NotComparable);
        return isNotJudged ? new XElement("skipped", Attribute("message", string.Join("; ", rows.Select(Headline)))) : null;
    }

    private static string Headline(ReportRow row) => row.Severity == Severity.Regressed
        ? FailureMessage.Title(row.Judgement!)
        : $"{row.Judgement!.Title} not judged ({row.Judgement.Verdict}): {row.Judgement.Reason}";

    private static string Whole(ReportRow row) =>
        row.Severity == Severity.Regressed ? FailureMessage.Of(row.Judgement!, row.Test.Test) : Headline(row);

    // The full name is the class and the rest, which may have dots in its arguments.
    private static string NameOf(TestReference test) => EndOfClass(test) is >= 0 and var at ? test.FullName[(at + 1)..] : test.FullName;

    private static string ClassOf(TestReference test) => EndOfClass(test) is >= 0 and var at ? test.FullName[..at] : test.ClassName;

    // A class may begin with the name of the method: behind the method come its arguments, or nothing.
    private static int EndOfClass(TestReference test)
    {
        string method = $".{test.MethodName}";
        int at = test.FullName.IndexOf(method, StringComparison.Ordinal);
        while (at >= 0 && at + method.Length < test.FullName.Length && test.FullName[at + method.Length] is not ('(' or '<'))
        {
            at = test.FullName.IndexOf(method, at + 1, StringComparison.Ordinal);
        }

        return at;
    }

    private static XElement? Properties(params IReadOnlyList<(string Name, string? Value)> properties) =>
        properties.Any(property => property.Value is not null)
            ? new XElement("properties", properties.Where(property => property.Value is not null).Select(property =>
                new XElement("property", Attribute("name", property.Name), Attribute("value", property.Value!))))
            : null;

    private static XAttribute Attribute(string name, string value) => new(name, Printable(value));

    private static XText Text(string value) => new(Printable(value));

    // What XML cannot hold at all is shown as what it is.
    private static string Printable(string text)
    {
        StringBuilder printable = new(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                printable.Append(text[index]).Append(text[++index]);
            }
            else
            {
                printable.Append(XmlConvert.IsXmlChar(text[index]) ? text[index] : '\uFFFD');
            }
        }

        return printable.ToString();
    }

    private static string Seconds(double seconds) => Math.Max(0, seconds).ToString("0.###", CultureInfo.InvariantCulture);

    // The declaration names the encoding of the writer, which for a string would be UTF-16.
    private sealed class Utf8Writer(StringBuilder text) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
