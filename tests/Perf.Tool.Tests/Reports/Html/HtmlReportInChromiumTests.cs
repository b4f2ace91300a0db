using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Perf.Runs;
using Perf.Tool.Reports.Html;
using Shouldly;
using SkiaSharp;

namespace Perf.Tool.Tests.Reports.Html;

/// <summary>The report as a reader meets it: in a real browser.</summary>
[TestFixture]
public sealed partial class HtmlReportInChromiumTests
{
    private Chromium _browser = null!;

    [SetUp]
    public void StartBrowser() => _browser = Chromium.Find();

    [TearDown]
    public void EndBrowser() => _browser?.Dispose();

    [Test]
    public async Task TheBrowserTellsOfErrorsOnItsConsole() =>
        (await _browser.Open("<!DOCTYPE html><html lang=en><title>t</title><body><script>console.error('what went wrong')</script></body></html>"))
            .ShouldContain("CONSOLE");

    [TestCase(1280, false)]
    [TestCase(1280, true)]
    [TestCase(400, false)]
    [TestCase(400, true)]
    public async Task APageIsShownWithoutAMessageOnTheConsole(int width, bool isDark)
    {
        byte[] png = await _browser.Screenshot(HtmlReport.Of([MadeUpRuns.OfEveryKind()]), width, 1600, isDark);

        using SKBitmap picture = SKBitmap.Decode(png);
        picture.Width.ShouldBe(width);
        SKColor[] pixels = picture.Pixels;
        SKColor ground = pixels.GroupBy(pixel => pixel).MaxBy(group => group.Count())!.Key;
        (ground.Red < 0x80).ShouldBe(isDark);
        pixels.Count(pixel => pixel != ground).ShouldBeGreaterThan(pixels.Length / 50);
        pixels.Distinct().Count().ShouldBeGreaterThan(100);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task WhoeverDoesNotSeeOrUsesNoMouseCanReadIt(bool isDark)
    {
        JsonElement violations = await Violations(HtmlReport.Of([MadeUpRuns.OfEveryKind()]), isDark);

        violations.ValueKind.ShouldBe(JsonValueKind.Array, violations.ToString());
        violations.EnumerateArray().Select(one => one.GetString()).ShouldBeEmpty();
    }

    [Test]
    public async Task WhatCannotBeReadIsFound() =>
        (await Violations("<!DOCTYPE html><html><title>t</title><body><p style='color:#ddd;background:#fff'>pale</p></body></html>", false))
            .EnumerateArray().Select(one => one.GetString()!.Split(':')[0]).Intersect(["color-contrast", "html-has-lang"]).Count().ShouldBe(2);

    [TestCase(320)]
    [TestCase(400)]
    public async Task ANarrowScreenNeedsNoScrollingSideways(int width)
    {
        // A window of the browser is at least 500 wide: a frame is not.
        string report = HtmlReport.Of([MadeUpRuns.OfEveryKind(), MadeUpRuns.Of(MadeUpRuns.Test(new string('w', 2000), "Long"))]);
        string frame = $"<!DOCTYPE html><html lang=en><title>t</title><body><iframe id=frame width={width} height=900></iframe></body></html>";

        JsonElement widest = await _browser.Ask(
            frame,
            $$"""
            const frame = document.getElementById("frame");
            const loaded = new Promise(resolve => { frame.onload = resolve; });
            frame.srcdoc = new TextDecoder().decode(Uint8Array.from(atob("{{Convert.ToBase64String(Encoding.UTF8.GetBytes(report))}}"), one => one.charCodeAt(0)));
            await loaded;
            frame.contentDocument.querySelectorAll("details").forEach(one => { one.open = true; });
            return frame.contentDocument.documentElement.scrollWidth;
            """);

        widest.ValueKind.ShouldBe(JsonValueKind.Number, widest.ToString());
        widest.GetInt32().ShouldBeLessThanOrEqualTo(width);
    }

    [Test]
    public async Task WhatIsClosedOnTheScreenIsOpenOnPaper()
    {
        byte[] pdf = await _browser.Print(HtmlReport.Of([MadeUpRuns.Of([.. Enumerable.Range(1, 12).Select(MadeUpRuns.Kept)])]));

        // A test of this kind takes most of a page; closed, all of them fit onto one.
        PdfPage().Count(Encoding.Latin1.GetString(pdf)).ShouldBeGreaterThanOrEqualTo(6);
    }

    [Test]
    public async Task ALinkToATestOpensIt()
    {
        JsonElement isOpen = await _browser.Ask(
            HtmlReport.Of([MadeUpRuns.Of(MadeUpRuns.Kept(1), MadeUpRuns.Kept(2))]),
            """
            location.hash = "t2";
            await new Promise(resolve => setTimeout(resolve, 200));
            return [...document.querySelectorAll("details.test")].map(one => one.open);
            """);

        isOpen.EnumerateArray().Select(one => one.GetBoolean()).ShouldBe([false, true]);
    }

    [Test]
    public async Task TestsAreFoundByAPartOfTheirName()
    {
        JsonElement shown = await _browser.Ask(
            HtmlReport.Of([MadeUpRuns.OfEveryKind()]),
            """
            const find = document.getElementById("find");
            find.value = "forward REGRESSED";
            find.dispatchEvent(new Event("input"));
            return [[...document.querySelectorAll("details.test")].filter(one => !one.hidden).map(one => one.querySelector(".name").textContent), document.getElementById("found").textContent];
            """);

        shown[0].EnumerateArray().Select(one => one.GetString()).ShouldBe(["StageTests.ForwardKeepsItsPace"]);
        shown[1].GetString().ShouldBe("1 of 12");
    }

    [TestCaseSource(typeof(HtmlReportTests), nameof(HtmlReportTests.Names))]
    public async Task ANameIsShownAsTheTextThatItIs(string name)
    {
        TestDocument test = MadeUpRuns.Test("NameTests", name) with { Error = name };

        JsonElement shown = await _browser.Ask(
            HtmlReport.Of([MadeUpRuns.Of(test)]),
            """
            return {
                name: document.querySelector("details.test h3").textContent,
                error: document.querySelector(".error bdi").textContent,
                scripts: document.scripts.length,
                elements: document.querySelectorAll("img, iframe, object, embed, link:not([rel=icon])").length,
                hacked: typeof hacked,
            };
            """);

        shown.GetProperty("name").GetString().ShouldBe(ShownText.Of(test.Test.FullName));
        shown.GetProperty("error").GetString().ShouldBe(ShownText.Of(name));
        shown.GetProperty("scripts").GetInt32().ShouldBe(2, "the page's own and the one that asks");
        shown.GetProperty("elements").GetInt32().ShouldBe(0);
        shown.GetProperty("hacked").GetString().ShouldBe("undefined");
    }

    [Test]
    public async Task TwoHundredTestsOpenWithoutWaiting()
    {
        JsonElement milliseconds = await _browser.Ask(
            HtmlReport.Of([MadeUpRuns.OfMany(200)]),
            "const height = document.body.offsetHeight; return height > 0 ? performance.now() : -1;");

        TestContext.Out.WriteLine($"laid out {milliseconds.GetDouble():0} ms after it was asked for");
        milliseconds.GetDouble().ShouldBeInRange(0, 30_000);
    }

    private async Task<JsonElement> Violations(string page, bool isDark) => await _browser.Ask(
        page,
        $$"""
        document.querySelectorAll("details").forEach(one => { one.open = true; });
        {{await AxeCore.Script()}}
        const found = await axe.run(document, { resultTypes: ["violations"] });
        return found.violations.map(one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map(node => node.html + " " + node.failureSummary).join(" | ")}`);
        """,
        isDark: isDark);

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();
}
