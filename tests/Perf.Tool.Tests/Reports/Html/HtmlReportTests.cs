using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Perf.Runs;
using Perf.Tests.Architecture;
using Perf.Tool.Reports.Html;
using Perf.Tool.Reports.Html.Views;
using Shouldly;

namespace Perf.Tool.Tests.Reports.Html;

[TestFixture]
public sealed partial class HtmlReportTests
{
    private const int MostBytes = 5 * 1024 * 1024;

    internal static IEnumerable<TestCaseData> Names()
    {
        yield return new TestCaseData("Parses(\"<script>window.hacked = 1</script>\")").SetArgDisplayNames("script");
        yield return new TestCaseData("Parses('\"><img src=x onerror=hacked=1>')").SetArgDisplayNames("quotes");
        yield return new TestCaseData("</style></script></title></textarea>--><svg onload=hacked=1>").SetArgDisplayNames("closing tags");
        yield return new TestCaseData("{{ headline }}{% raw %}&amp;&#60;").SetArgDisplayNames("template");
        yield return new TestCaseData("קורא(\"קבלה\") يقرأ الإيصال").SetArgDisplayNames("right to left");
        yield return new TestCaseData("Parses(\u202Etxt.exe\u2066, \u0000\u001B[31m, " + '\uD800' + ", \uFFFE)").SetArgDisplayNames("invisible");
        yield return new TestCaseData("Zahlt🧾👩‍👩‍👧‍👦(🇩🇪, ﷽, Z̸̡̛͎a̶l̷g̵o̶)").SetArgDisplayNames("emoji");
        yield return new TestCaseData(string.Concat(Enumerable.Repeat("Ein_langer<b>Name", 120))[..2000]).SetArgDisplayNames("2000 characters");
    }

    // Leaves the pages in artifacts, for whoever wants to look at them.
    [OneTimeSetUp]
    public void KeepPages()
    {
        string folder = Path.Combine(Repository.Root, "artifacts", "html-report");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "every-kind.html"), Page());
        File.WriteAllText(Path.Combine(folder, "two-hundred.html"), HtmlReport.Of([MadeUpRuns.OfMany(200)]));
        File.WriteAllText(Path.Combine(folder, "names.html"), HtmlReport.Of(
            [MadeUpRuns.Of([.. Names().Select(name => MadeUpRuns.Test("NameTests", (string)name.Arguments[0]!) with { Error = "no body of that name" })])]));
    }

    [Test]
    public void TheFirstSentenceSaysWhatIsBroken() =>
        Page().ShouldContain("3 of 13 promises are broken, 1 test could not be measured, 1 promise may be broken</h1>");

    [Test]
    public void AReaderSeesWhatGotSlowerByHowMuchAndWhetherToBelieveIt()
    {
        string text = Text(Page());

        text.ShouldContain("Stages time: 15.2 % slower (allowed 10 %)");
        text.ShouldContain("12.31 ms before, 14.18 ms now.");
        text.ShouldContain("Believe it: 2 separate processes agree, and even the most favourable end of the 99\u00A0% bounds (+10.4\u00A0%) is beyond the limit.");
        text.ShouldContain("Where: forward +16.9 %, post-process −1.9 %.");
    }

    [Test]
    public void TheWorstTestIsFirst() =>
        Badge().Matches(Page()[Page().IndexOf("id=\"tests\"", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).ShouldBe(
            ["Regressed", "Regressed", "Regressed", "Error", "Suspected", "Inconclusive", "NotComparable", "NotComparable", "New", "Improved", "Pass", "Pass"]);

    [Test]
    public void ATestSaysHowToRunItAgainAndHowToAcceptIt()
    {
        string text = Text(Page());

        text.ShouldContain(MadeUpRuns.Regressed().Test.Reproduce);
        text.ShouldContain(MadeUpRuns.Regressed().Test.Accept);
    }

    [Test]
    public void WhatIsAcceptedByMergingIsNoCommand()
    {
        TestDocument test = MadeUpRuns.Regressed();

        string page = HtmlReport.Of([MadeUpRuns.Of(test with { Test = test.Test with { BesideBaseBuild = true } })]);

        Text(page).ShouldContain("Accepted by merging it; or by a raised [PerfVersion] on the test, which then counts as new.");
        page.ShouldNotContain("Command that accepts it");
    }

    [Test]
    public void WhatGotFasterProposesATighterBaseline()
    {
        string text = Text(Page());

        text.ShouldContain("a tighter baseline is proposed");
        text.ShouldContain("TotalsTests.SumsUpQuickly(3), time: 12.6 % faster");
    }

    [Test]
    public void PromisesWithoutAnAnswerForOneReasonAreToldTogether() =>
        Text(Page()).ShouldContain("2 promises: baselines/cpu.json was recorded on another kind of machine");

    [Test]
    public void ARunWithoutPromisesIsAPageToo() => Text(HtmlReport.Of([MadeUpRuns.Of()])).ShouldContain("Nothing was judged");

    [Test]
    public void RunsOfAMatrixAreOnePage()
    {
        RunDocument cpu = MadeUpRuns.Of(MadeUpRuns.Kept(1));
        string text = Text(HtmlReport.Of([cpu with { Shard = "1/2" }, cpu with { Shard = "2/2" }]));

        text.ShouldContain("All 4 promises are kept");
        text.ShouldContain("tests/Shop.Perf, cpu, shard 1/2, 4f3c2a1");
        text.ShouldContain("tests/Shop.Perf, cpu, shard 2/2, 4f3c2a1");
    }

    [Test]
    public void EveryPlaceOfTheTemplateIsFilled() =>
        Should.NotThrow(() => ReportTemplate.Render(ReportPage.Of([MadeUpRuns.OfEveryKind(), MadeUpRuns.OfMany(10)]), isStrict: true));

    [Test]
    public void ARecordOfAFormerVersionIsAPageToo()
    {
        string json = Regex.Replace(MadeUpRuns.Of(MadeUpRuns.Regressed()).ToJson(), ",?\"(title|better|clock|runFile|tolerancePercent|base|head|callSeconds|endedAt|series)\":(\"[^\"]*\"|\\{[^}]*\\}|\\[[^\\]]*\\]|[^,}]*)", "");

        string text = Text(HtmlReport.Of([RunDocument.Parse(json, "run.json")]));

        text.ShouldContain("time: 15.2 % slower (allowed 10 %)");
        text.ShouldNotContain("Pairs over time");
        text.ShouldContain("Samples over time");
    }

    [Test]
    public void NumbersThatAreNoneAreNoPlotAndNoFailure()
    {
        TestDocument test = MadeUpRuns.Regressed();
        JudgementDocument odd = test.Judgements[0] with
        {
            Current = double.NaN,
            Ratio = double.PositiveInfinity,
            RatioBounds = new(double.NegativeInfinity, double.NaN),
            SmallestDetectablePercent = double.NaN,
        };

        string page = HtmlReport.Of([MadeUpRuns.Of(test with
        {
            Judgements = [odd],
            Duets = [.. test.Duets.Select(duet => duet with { Head = new TimeLine([double.NaN, double.PositiveInfinity, -1, 0, 1e300], [99]), TimeRatio = double.NaN })],
        })]);

        page.ShouldContain("</html>");
        SvgNumbers().Matches(page).Select(match => match.Groups[1].Value).ShouldAllBe(path => !path.Contains("NaN") && !path.Contains('∞'));
    }

    [TestCaseSource(nameof(Names))]
    public void ANameIsEncodedWhereverItStands(string name)
    {
        JudgementDocument judgement = MadeUpRuns.Time("Inconclusive", 1.1, 0.02, 1) with { Metric = name, Reason = name, BaselineSource = name, Threshold = name };
        TestDocument test = new(new TestReference(name, name, name, name), name, [judgement], []);

        string page = HtmlReport.Of([MadeUpRuns.Of(test) with { Baseline = name, Environment = name, Commit = name }]);

        // Without it the page has one script, one style and a few tags of each kind.
        string plain = HtmlReport.Of([MadeUpRuns.Of(test with { Error = "x", Test = new TestReference("x", "x", "x", "x"), Judgements = [judgement with { Metric = "x", Reason = "x", BaselineSource = "x", Threshold = "x" }] }) with { Baseline = "x", Environment = "x", Commit = "x" }]);
        Tag().Matches(page).Select(match => match.Groups[1].Value).ShouldBe(Tag().Matches(plain).Select(match => match.Groups[1].Value));
        page.ShouldNotContain('\u202E');
        page.ShouldNotContain('\0');
    }

    [Test]
    public void NothingOutsideOfTheFileIsReferredTo() =>
        References().Matches(HtmlReport.Of([MadeUpRuns.OfEveryKind()])).Select(match => match.Value).ShouldBeEmpty();

    [Test]
    public void ThePolicyOfThePageAllowsItsOwnStyleAndScriptAlone()
    {
        string page = Page();
        string policy = System.Net.WebUtility.HtmlDecode(Policy().Match(page).Groups[1].Value);

        policy.ShouldBe(
            $"default-src 'none'; style-src 'sha256-{Hash(page, "style")}'; script-src 'sha256-{Hash(page, "script")}'; img-src data:; base-uri 'none'; form-action 'none'");
        page.ShouldNotContain(" style=\"");
        page.ShouldNotContain(" onclick=\"");
    }

    [Test]
    public void IdsAreNotRepeated() =>
        Id().Matches(HtmlReport.Of([MadeUpRuns.OfMany(20), MadeUpRuns.OfEveryKind()])).Select(match => match.Groups[1].Value).ShouldBeUnique();

    [Test]
    public void TwoHundredTestsFitIntoFiveMegabytes()
    {
        RunDocument run = MadeUpRuns.OfMany(200);
        long start = TimeProvider.System.GetTimestamp();

        string page = HtmlReport.Of([run]);

        TimeSpan took = TimeProvider.System.GetElapsedTime(start);
        int bytes = Encoding.UTF8.GetByteCount(page);
        TestContext.Out.WriteLine($"{bytes / 1048576.0:0.00} MiB in {took.TotalSeconds:0.00} s");
        bytes.ShouldBeLessThan(MostBytes);

        // Three seconds on a machine that has nothing else to do; a neighbour may not make this red.
        took.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    private static string Page() => HtmlReport.Of([MadeUpRuns.OfEveryKind()]);

    private static string Text(string page) =>
        Whitespace().Replace(System.Net.WebUtility.HtmlDecode(Markup().Replace(page, "")), " ");

    private static string Hash(string page, string element)
    {
        string text = Regex.Match(page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    [GeneratedRegex("<summary><span class=\"badge (\\w+)\"")]
    private static partial Regex Badge();

    [GeneratedRegex("<(/?[a-z][a-z0-9]*)")]
    private static partial Regex Tag();

    [GeneratedRegex("<style>.*?</style>|<script>.*?</script>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"https?:|\bsrc=|@import|url\(|<link (?!rel=""icon"" href=""data:,"")|<iframe|<object|<base|href=""(?!#|data:,)")]
    private static partial Regex References();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex(" d=\"([^\"]*)\"")]
    private static partial Regex SvgNumbers();
}
