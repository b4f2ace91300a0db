using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NUnit.Framework;

namespace Perf.Benchmarks.Packages;

/// <summary>A document asked for the elements that a selector names.</summary>
[TestFixture]
public sealed class AngleSharpTests
{
    private const int Questions = 10;

    private IHtmlDocument _document = null!;

    [SetUp]
    public void Parse() => _document = new HtmlParser().ParseDocument(Page.Text);

    [TearDown]
    public void DisposeOfIt() => _document.Dispose();

    [Test, MaxRegression(10)]
    public void AngleSharpSelects()
    {
        for (int question = 0; question < Questions; question++)
        {
            GC.KeepAlive(_document.QuerySelectorAll("div.c3 > p a[href]"));
        }
    }
}
